import type { Part } from '#start/background/part'
import app from '@adonisjs/core/services/app'
import env from '#start/env'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const BEAT_MS = 5000
/** Every loop goes round in seconds; a round may wait for a provider that is slow to answer. */
const SILENCE_MS = 180_000

/** What `bin/healthcheck.mjs` looks at. */
const pathOf = (role: string) => app.makePath(env.get('HEARTBEAT_PATH') ?? `tmp/${role}.alive`)

/**
 * A file that is touched while every loop goes round: a process that has no port can be asked how it is.
 */
export class Heartbeat implements Part {
  readonly #path: string
  #timer: NodeJS.Timeout | undefined

  constructor(
    role: string,
    private readonly parts: Part[]
  ) {
    this.#path = pathOf(role)
  }

  start() {
    mkdirSync(dirname(this.#path), { recursive: true })
    this.#beat()
    this.#timer = setInterval(() => this.#beat(), BEAT_MS)
  }

  async stop() {
    clearInterval(this.#timer)
    rmSync(this.#path, { force: true })
  }

  #beat() {
    const oldest = Math.min(...this.parts.map(({ lookedAt }) => lookedAt ?? Infinity))
    if (Date.now() - oldest < SILENCE_MS) writeFileSync(this.#path, String(process.pid))
  }
}
