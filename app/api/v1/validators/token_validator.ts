import { signInValidator } from '#users/validators/session_validator'
import vine from '@vinejs/vine'

export const newTokenValidator = vine.create({
  ...signInValidator.schema.getProperties(),
  name: vine.string().trim().maxLength(120).optional(),
})
