import { QUICK_REPLY_PLACEHOLDERS } from '#conversations/models/quick_reply'
import { withoutNul } from '#core/text_rules'
import { Problem } from '#core/problem'
import { MESSAGE_LIMIT } from '#templates/message_length'
import { MessageText } from '#templates/message_text'
import { TextFault } from '#templates/text_fault'
import vine from '@vinejs/vine'

/** Room for the name and the company within a message. */
const LONGEST = MESSAGE_LIMIT - 200

/** `meta.id`: the one being edited, whose own shortcut is not in the way. */
const validator = vine.withMetaData<{ id?: number }>().create({
  shortcut: vine
    .string()
    .trim()
    .parse((typed) => (typeof typed === 'string' ? typed.replace(/^\s*\//, '') : typed))
    .toLowerCase()
    .regex(/^[\p{L}\p{N}_-]{1,30}$/u)
    .unique({
      table: 'quick_replies',
      column: 'shortcut',
      filter: (query, _, field) => void query.whereNot('id', field.meta.id ?? 0),
    }),
  body: vine.string().use(withoutNul()).trim().minLength(1).maxLength(LONGEST),
})

/**
 * A ready text as typed.
 * @throws Problem 422 on `body`, with the line and the reason, for what is no text but code or names another field
 */
export async function readQuickReply(data: object, meta: { id?: number } = {}) {
  const { shortcut, body: typed } = await validator.validate(data, { meta })
  const body = typed.replace(/\r\n?/g, '\n')
  const text = MessageText.parse(body, QUICK_REPLY_PLACEHOLDERS)
  if (text instanceof TextFault) throw Problem.invalid('body', 'template', text.toString())
  return { shortcut, body }
}
