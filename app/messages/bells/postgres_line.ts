import { bell } from '#messages/bell'
import db from '@adonisjs/lucid/services/db'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

const CHANNEL = 'convoca_bell'
const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 5000

/** Ours come back to us as well. */
const us = randomUUID()

/**
 * Tells other processes, after the commit and never inside the transaction, where it would make bookings wait for one
 * another. However often the bell rings meanwhile, one call is under way and one more follows.
 */
export class PostgresCaller {
  #calling = false
  #again = false

  start() {
    bell.on('rung', this.#call)
  }

  stop() {
    bell.off('rung', this.#call)
  }

  #call = async () => {
    this.#again = true
    if (this.#calling) return
    this.#calling = true
    while (this.#again) {
      this.#again = false
      await this.#notify()
    }
    this.#calling = false
  }

  async #notify() {
    try {
      await db.rawQuery('select pg_notify(?, ?)', [CHANNEL, us])
    } catch {
      // Lost, it costs a second: dispatchers look by themselves.
    }
  }
}

/**
 * Hears other processes, on a connection of its own that comes back by itself.
 */
export class PostgresListener {
  #client: pg.Client | null = null
  #pauseMs = FIRST_PAUSE_MS
  #stopping = false
  #running: Promise<void> = Promise.resolve()
  readonly #patience = new AbortController()

  constructor(private readonly address: pg.ClientConfig) {}

  start() {
    this.#running = this.#listen()
  }

  async stop() {
    this.#stopping = true
    this.#patience.abort()
    await this.#client?.end().catch(() => {})
    await this.#running
  }

  async #listen() {
    while (!this.#stopping) {
      await this.#session().catch(() => {})
      if (this.#stopping) return
      await pause(this.#pauseMs, null, { signal: this.#patience.signal }).catch(() => {})
      this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS)
    }
  }

  /** Until the connection ends. */
  async #session() {
    const client = new pg.Client({
      ...this.address,
      keepAlive: true,
      connectionTimeoutMillis: 5000,
      application_name: 'convoca bell',
    })
    this.#client = client
    const ended = new Promise<void>((resolve) => client.once('end', resolve))
    client.on('error', () => {})
    client.on('notification', ({ payload }) => payload !== us && bell.hear())
    await client.connect()
    await client.query(`listen ${CHANNEL}`)
    this.#pauseMs = FIRST_PAUSE_MS
    // What rang while nobody listened.
    bell.hear()
    await ended
  }
}
