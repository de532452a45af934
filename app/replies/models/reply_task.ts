import { ReplyTaskSchema } from '#database/schema'
import { toDb } from '#database/columns'
import type { FailureReason } from '#replies/ask_backend'
import ReplyBackend from '#replies/models/reply_backend'
import Message from '#messages/models/message'
import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { DateTime } from 'luxon'
import { randomUUID } from 'node:crypto'

/** How long a process may take beyond the backend's own time before another tries. */
const GRACE = { seconds: 30 }

export type TaskStatus = 'waiting' | 'replied' | 'failed' | 'dropped'

/**
 * One message that a backend is to answer: asked in the order of the conversation, answered once.
 */
export default class ReplyTask extends ReplyTaskSchema {
  @column({ isPrimary: true })
  declare id: number

  @column()
  declare messageId: number

  @column()
  declare status: TaskStatus

  @column()
  declare reason: FailureReason | 'resting' | 'answered_by_person' | null

  @belongsTo(() => Message)
  declare message: BelongsTo<typeof Message>

  @belongsTo(() => ReplyBackend, { foreignKey: 'backendId' })
  declare backend: BelongsTo<typeof ReplyBackend>

  /** Ours for the time one try takes; null when it is not due, in somebody's hands, or an older one comes first. */
  static async claim(id: number): Promise<ReplyTask | null> {
    const task = await this.query().where({ id, status: 'waiting' }).preload('backend').first()
    if (!task || !task.backend) return null
    const now = DateTime.utc()
    const owner = randomUUID()
    const again = now.plus({ seconds: task.backend.timeoutSeconds }).plus(GRACE)
    await this.query()
      .where({ id, status: 'waiting' })
      .where('next_at', '<=', toDb(now))
      .whereNotExists((older) =>
        older
          .from('reply_tasks as older')
          .where('older.contact_id', task.contactId)
          .where('older.sender', task.sender)
          .where('older.status', 'waiting')
          .where('older.id', '<', id)
      )
      .update({ lease_owner: owner, next_at: toDb(again) })
    const claimed = await this.findByOrFail({ id })
    if (claimed.leaseOwner !== owner) return null
    await claimed.load('backend')
    return claimed
  }

  /** The oldest that waits in the same conversation. */
  nextInLine() {
    const { contactId, sender } = this
    return ReplyTask.query().where({ contactId, sender, status: 'waiting' }).orderBy('id').first()
  }

  /** Due, and nobody is at it: its bell was lost, or its process died. */
  static async forgotten(): Promise<number[]> {
    const due = await this.query()
      .where('status', 'waiting')
      .where('next_at', '<=', toDb(DateTime.utc()))
      .orderBy('id')
      .limit(200)
    return due.map(({ id }) => Number(id))
  }
}
