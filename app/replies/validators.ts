import { LONGEST_REPLY } from '#replies/ask_backend'
import { MODES } from '#replies/models/reply_backend'
import { week } from '#settings/validators/week_rule'
import vine from '@vinejs/vine'

export const attendanceValidator = vine.create({
  windows: week(),
  off_hours_text: vine.string().trim().maxLength(LONGEST_REPLY).nullable().optional(),
})

/** The address may be inside one's own network: only who administers writes it. */
export const backendValidator = vine.create({
  mode: vine.enum(MODES),
  url: vine
    .string()
    .trim()
    .maxLength(500)
    .url({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
    .nullable()
    .optional()
    .requiredWhen('mode', '!=', 'off'),
  timeout_seconds: vine.number().withoutDecimals().range([1, 60]),
})

export const trialValidator = vine.create({ text: vine.string().maxLength(LONGEST_REPLY) })
