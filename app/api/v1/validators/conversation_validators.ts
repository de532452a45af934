import { paging } from '#api/v1/validators/paging'
import { acceptsRule, reasonRule } from '#contacts/consent_validator'
import { contactsRule, emojiRule, locationRule } from '#conversations/saying_validators'
import { noteText, seenValidator } from '#conversations/teamwork_validators'
import { rowId } from '#core/row_id'
import { withoutNul } from '#core/text_rules'
import { CONVERSATION_STATUSES } from '#messages/models/conversation'
import { MESSAGE_LIMIT } from '#templates/message_length'
import vine from '@vinejs/vine'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'

const active = (query: DatabaseQueryBuilderContract) => void query.whereNull('deactivated_at')

export const conversationListValidator = vine.create({
  ...paging,
  status: vine.enum(CONVERSATION_STATUSES).optional(),
  assignee_id: rowId().optional(),
  team_id: rowId().optional(),
  contact_id: rowId().optional(),
  sender: vine.string().use(withoutNul()).maxLength(40).optional(),
})

export const threadValidator = vine.create(paging)

export const newMessageValidator = vine.create({
  text: vine
    .string()
    .use(withoutNul())
    .trim()
    .minLength(1)
    .maxLength(MESSAGE_LIMIT)
    .optional()
    .requiredIfMissing(['location', 'contacts', 'reaction'])
    .requiredIfExists('send_at'),
  location: locationRule().optional(),
  contacts: contactsRule().optional(),
  reaction: vine.object({ message_id: rowId(), emoji: emojiRule().nullable() }).optional(),
  quoted_message_id: rowId().nullable().optional(),
  last_seen_message_id: seenValidator().optional(),
  send_at: vine.string().maxLength(40).optional(),
})

/** Left out stays as it is; null is nobody. */
export const assigneeValidator = vine.create({
  assignee_id: rowId()
    .exists({ table: 'users', column: 'id', filter: active })
    .nullable()
    .optional(),
  team_id: rowId().exists({ table: 'teams', column: 'id' }).nullable().optional(),
})

export const statusValidator = vine.create({
  status: vine.enum(CONVERSATION_STATUSES),
  snoozed_until: vine.string().maxLength(40).optional().requiredWhen('status', '=', 'snoozed'),
})

export const newNoteValidator = vine.create({ body: noteText() })

export const consentChangeValidator = vine.create({ accepts: acceptsRule(), reason: reasonRule() })
