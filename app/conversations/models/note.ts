import Mention from '#conversations/models/mention'
import { NoteSchema } from '#database/schema'
import type Conversation from '#messages/models/conversation'
import User from '#users/models/user'
import { column, belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/**
 * What somebody of ours says to the others beside a conversation. The person never sees it.
 */
export default class Note extends NoteSchema {
  @column({ isPrimary: true })
  declare id: number

  @belongsTo(() => User, { foreignKey: 'authorId' })
  declare author: BelongsTo<typeof User>

  @hasMany(() => Mention)
  declare mentions: HasMany<typeof Mention>

  static of({ id }: Conversation, client?: QueryClientContract) {
    const query = this.query(client && { client }).where('conversation_id', id)
    return query.preload('author').preload('mentions')
  }

  /** In the order of the thread. */
  get at() {
    return this.createdAt
  }
}
