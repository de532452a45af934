import { ACCEPTS } from '#contacts/consent'
import { withoutNul } from '#core/text_rules'
import vine from '@vinejs/vine'

const LONGEST_REASON = 500

export const acceptsRule = () => vine.enum(ACCEPTS)
export const reasonRule = () =>
  vine.string().use(withoutNul()).trim().minLength(1).maxLength(LONGEST_REASON)

/** What a recruiter says a person accepts, and how they know. */
export const consentValidator = vine.create({ accepts: acceptsRule(), reason: reasonRule() })
