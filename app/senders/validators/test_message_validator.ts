import { phoneRule } from '#contacts/phone_rule'
import vine from '@vinejs/vine'

export const testMessageValidator = vine.create({
  phone: vine.string().maxLength(40).use(phoneRule()),
})
