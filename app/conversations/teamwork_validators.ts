import { rowId } from '#core/row_id'
import { withoutNul } from '#core/text_rules'
import { MESSAGE_LIMIT } from '#templates/message_length'
import vine from '@vinejs/vine'

export const NOTE_LIMIT = 4000

const requestKey = () => vine.string().maxLength(60)

export const noteText = () =>
  vine.string().use(withoutNul()).trim().minLength(1).maxLength(NOTE_LIMIT)

export const noteValidator = vine.create({ note: noteText(), request_key: requestKey() })

/** `send_date` and `send_time` on the company's clock. */
export const scheduleValidator = vine.create({
  text: vine.string().use(withoutNul()).trim().minLength(1).maxLength(MESSAGE_LIMIT),
  send_date: vine.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  send_time: vine.string().regex(/^\d{2}:\d{2}$/),
  request_key: requestKey(),
})

export const PRESENCES = ['looking', 'typing', 'gone'] as const
export type Presence = (typeof PRESENCES)[number]

export const presenceValidator = vine.create({ state: vine.enum(PRESENCES) })

export const seenValidator = () =>
  vine
    .number()
    .withoutDecimals()
    .range([0, 2 ** 31 - 1])

export const filterByTeam = () => rowId().optional()
