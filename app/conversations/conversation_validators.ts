import { rowId } from '#core/row_id'
import { seenValidator } from '#conversations/teamwork_validators'
import { withoutNul } from '#core/text_rules'
import { MESSAGE_LIMIT } from '#templates/message_length'
import vine from '@vinejs/vine'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'

const MOST_AT_ONCE = 100

/** Words, a file, or both; `file` is its name. */
export const replyValidator = vine.create({
  file: vine.string().optional(),
  text: vine
    .string()
    .use(withoutNul())
    .trim()
    .maxLength(MESSAGE_LIMIT)
    .optional()
    .requiredIfMissing('file'),
  quote: rowId().nullable().optional(),
  request_key: vine.string().maxLength(60),
  seen: seenValidator().optional(),
})

const active = (query: DatabaseQueryBuilderContract) => void query.whereNull('deactivated_at')

const assignee = () => rowId().exists({ table: 'users', column: 'id', filter: active }).nullable()

/** `text` is what the agent says within the approved text, where it has room for that. */
export const templateValidator = vine.create({
  template: rowId(),
  text: vine.string().use(withoutNul()).trim().maxLength(MESSAGE_LIMIT).nullable().optional(),
  request_key: vine.string().maxLength(60),
  seen: seenValidator().optional(),
})

/** Empty: nobody's. */
export const assigneeValidator = vine.create({ assignee_id: assignee() })

export const openingValidator = vine.create({
  contact_id: rowId().exists({ table: 'contacts', column: 'id' }),
})

export const batchValidator = vine.create({
  act: vine.enum(['resolve', 'assign'] as const),
  ids: vine.array(rowId()).minLength(1).maxLength(MOST_AT_ONCE),
  assignee_id: assignee().optional(),
})

export const SNOOZES = ['hour', 'tomorrow', 'monday', 'at'] as const
export type Snooze = (typeof SNOOZES)[number]

/** `until` as a field of date and time says it, on the company's clock. */
export const snoozeValidator = vine.create({
  snooze: vine.enum(SNOOZES),
  until: vine
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
    .optional()
    .requiredWhen('snooze', '=', 'at'),
})
