import { MOST_MESSAGES_PER_SECOND } from '#messages/models/sender'
import vine from '@vinejs/vine'

export const senderLimitValidator = vine.create({
  messages_per_second: vine.number().withoutDecimals().range([1, MOST_MESSAGES_PER_SECOND]),
})
