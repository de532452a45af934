import { MediaFileSchema } from '#database/schema'
import { toDb } from '#database/columns'
import { rowsOf } from '#database/rows'
import type { FetchFailure } from '#media/safe_fetch'
import type { MediaKind } from '#whatsapp/content'
import { column } from '@adonisjs/lucid/orm'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

/** What another process is given before it tries the same file. */
const LEASE = { minutes: 1 }

/** `refused`: it will never be here; the reason says why. */
export type MediaState = 'waiting' | 'ready' | 'refused'
export type MediaReason = FetchFailure | 'type'

/**
 * A file of a message. Its bytes are kept in the database like everything else: backed up together, and the same for all
 * processes.
 */
export default class MediaFile extends MediaFileSchema {
  @column({ isPrimary: true })
  declare id: number

  @column()
  declare messageId: number | null

  @column()
  declare kind: MediaKind

  @column()
  declare state: MediaState

  @column()
  declare reason: MediaReason | null

  /** Ours for one try; null when it is not waiting or somebody is at it. */
  static async claim(id: number): Promise<MediaFile | null> {
    const now = DateTime.utc()
    const [claimed] = await rowsOf<{ id: number }>(
      `update media_files set attempts = attempts + 1, next_at = ?
       where id = ? and state = 'waiting' and next_at <= ? returning id`,
      [toDb(now.plus(LEASE)), id, toDb(now)]
    )
    return claimed ? this.findOrFail(id) : null
  }

  /** Due, and nobody is at it. */
  static async forgotten(): Promise<number[]> {
    const due = await this.query()
      .where('state', 'waiting')
      .where('next_at', '<=', toDb(DateTime.utc()))
      .orderBy('id')
      .limit(200)
    return due.map(({ id }) => Number(id))
  }

  /** The caller saves. */
  refuse(reason: MediaReason) {
    return (this as MediaFile).merge({ state: 'refused', reason, nextAt: null })
  }

  async keep(bytes: Buffer, trx: TransactionClientContract) {
    await trx.table('media_bytes').insert({ file_id: this.id, bytes })
    const filled = { state: 'ready' as const, reason: null, size: bytes.length, nextAt: null }
    await (this as MediaFile).useTransaction(trx).merge(filled).save()
  }

  async bytes(): Promise<Buffer> {
    const [row] = await rowsOf<{ bytes: Buffer }>(
      'select bytes from media_bytes where file_id = ?',
      [this.id]
    )
    return Buffer.from(row.bytes)
  }
}
