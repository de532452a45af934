import { ReceiptSchema } from '#database/schema'
import type { ReceiptStatus } from '#messages/message_status'
import Message from '#messages/models/message'
import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/**
 * What a provider said about a message: append-only, each word once.
 */
export default class Receipt extends ReceiptSchema {
  @column()
  declare status: ReceiptStatus

  @belongsTo(() => Message)
  declare message: BelongsTo<typeof Message>
}
