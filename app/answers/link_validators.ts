import { withoutNul } from '#core/text_rules'
import vine from '@vinejs/vine'

export const LONGEST_WISH = 500

export const wishValidator = vine.create({
  text: vine.string().use(withoutNul()).minLength(1).maxLength(LONGEST_WISH),
})
