import Note from '#conversations/models/note'
import { refresh } from '#core/live'
import { toDb } from '#database/columns'
import { MentionSchema } from '#database/schema'
import Conversation from '#messages/models/conversation'
import type User from '#users/models/user'
import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { DateTime } from 'luxon'

const LATEST = 10

/**
 * Somebody's name in a note: it waits for them until they open the conversation.
 */
export default class Mention extends MentionSchema {
  @column({ isPrimary: true })
  declare id: number

  @belongsTo(() => Note)
  declare note: BelongsTo<typeof Note>

  @belongsTo(() => Conversation)
  declare conversation: BelongsTo<typeof Conversation>

  /** Where pages hear of a person's mentions; nobody else may. */
  static channel = (userId: number) => `mentions/${userId}`

  /** The latest first. */
  static unseenBy({ id }: User) {
    return this.query()
      .where('user_id', id)
      .whereNull('seen_at')
      .preload('note', (note) => note.preload('author'))
      .preload('conversation', (conversation) => conversation.preload('contact'))
      .orderBy('id', 'desc')
      .limit(LATEST)
  }

  /** The conversation they were called to is before their eyes. */
  static async see({ id: conversationId }: Conversation, { id: userId }: User) {
    const unseen = this.query().where({ conversationId, userId }).whereNull('seen_at')
    const [count] = await unseen.update({ seen_at: toDb(DateTime.utc()) })
    if (Number(count) > 0) refresh([this.channel(userId)])
  }
}
