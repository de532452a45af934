import { fromDb, toDb } from '#database/columns'
import { rowsOf } from '#database/rows'
import type { ChatAppTokens, ChatAppTokenStore } from '#whatsapp/gateways/chat_app_tokens'
import encryption from '@adonisjs/core/services/encryption'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { randomUUID } from 'node:crypto'

interface Row {
  tokens: string | null
  version: number
}

/** As they are sealed: instants as text. */
type Written = Record<keyof ChatAppTokens, string>

/**
 * The tokens of one sender in the database, unreadable without `APP_KEY`. A lease is a column: nothing stays locked while
 * its holder talks to ChatApp, and one that dies is replaced when its time is up.
 */
export class SealedTokenStore implements ChatAppTokenStore {
  constructor(private readonly sender: string) {}

  async read() {
    const [row] = await rowsOf<Row>(
      'select tokens, version from chat_app_tokens where sender = ?',
      [this.sender]
    )
    return { tokens: row?.tokens ? this.#open(row.tokens) : null, version: row?.version ?? 0 }
  }

  async lease(version: number, ms: number) {
    const now = DateTime.utc()
    const lease = randomUUID()
    await db
      .table('chat_app_tokens')
      .insert({ sender: this.sender })
      .knexQuery.onConflict()
      .ignore()
    const taken = await this.#row()
      .where({ version })
      .where((free) => free.whereNull('lease').orWhere('lease_until', '<', toDb(now)))
      .update({ lease, lease_until: toDb(now.plus({ milliseconds: ms })) })
    return Number(taken) === 1 ? lease : null
  }

  async keep(lease: string, tokens: ChatAppTokens) {
    await this.#row()
      .where({ lease })
      .update({ tokens: this.#seal(tokens), lease: null, lease_until: null })
      .increment('version', 1)
  }

  async release(lease: string) {
    await this.#row().where({ lease }).update({ lease: null, lease_until: null })
  }

  #row() {
    return db.from('chat_app_tokens').where({ sender: this.sender })
  }

  get #purpose() {
    return `chat_app_tokens ${this.sender}`
  }

  #seal({ accessEndsAt, refreshEndsAt, ...tokens }: ChatAppTokens) {
    const ends = { accessEndsAt: toDb(accessEndsAt), refreshEndsAt: toDb(refreshEndsAt) }
    return encryption.encrypt({ ...tokens, ...ends }, { purpose: this.#purpose })
  }

  /** Null when `APP_KEY` is another than when they were sealed: then somebody signs in. */
  #open(sealed: string): ChatAppTokens | null {
    const written = encryption.decrypt<Written>(sealed, this.#purpose)
    if (!written) return null
    const { accessEndsAt, refreshEndsAt } = written
    return { ...written, accessEndsAt: fromDb(accessEndsAt), refreshEndsAt: fromDb(refreshEndsAt) }
  }
}
