import { act } from '#answers/act'
import { askWhich } from '#answers/ask_which'
import { quotedTarget, readPayload, upcomingTargets, type Target } from '#answers/find_targets'
import { heedQuestion, heedVerdict, questionFor } from '#answers/question'
import { Reply } from '#answers/reply'
import type { Intent } from '#answers/meaning'
import { understand, type Said } from '#answers/understand'
import Interview from '#interviews/models/interview'
import type { Heard } from '#messages/inbound_listener'
import Message from '#messages/models/message'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/**
 * When somebody answers about an interview, does what they say and tells them so. What is not understood is left as it
 * is: it waits for a person, on *Hoje* and on the contact's page.
 */
export async function heedAnswer(heard: Heard, trx: TransactionClientContract): Promise<boolean> {
  const { message, contact } = heard
  // With a picture or a file the words may mean that.
  if (message.content) return false
  const reply = new Reply(message, contact, trx)
  await heed(heard, reply)
  return reply.settles
}

async function heed(heard: Heard, reply: Reply) {
  const { message, contact, inbound } = heard
  const { trx } = reply
  const pressed = readPayload(inbound.payload)
  if (pressed?.target && !(await isTheirs(pressed.target, heard, trx))) return
  if (pressed?.verdict) return heedVerdict(pressed, reply)
  const quoted = await findQuoted(heard, trx)
  const said = pressed ? { meaning: pressed.intent, number: null } : understand(message.body)
  if (said.meaning === null && said.number === null) return

  const question = pressed ? null : await questionFor(contact, quoted, trx)
  if (question && (await heedQuestion(question, said, reply))) return

  const intent = intentOf(said)
  if (!intent) return
  const named = pressed?.target ?? (quoted && quotedTarget(quoted))
  if (named) return (await isTheirs(named, heard, trx)) ? act(intent, named, reply) : undefined
  if (quoted?.templateKey) return

  const targets = await upcomingTargets(contact, trx)
  if (targets.length === 1) return act(intent, targets[0], reply)
  if (targets.length > 1) await askWhich(intent, targets, reply)
}

/** Unasked, a yes confirms and a no says nothing. */
function intentOf({ meaning }: Said): Intent | null {
  if (meaning === 'no') return null
  return meaning === 'yes' ? 'confirm' : meaning
}

/** Our message, if it was to them that we wrote it. */
async function findQuoted(
  { message, contact, inbound }: Heard,
  trx: TransactionClientContract
): Promise<Message | null> {
  const { repliedTo: providerMessageId } = inbound
  if (!providerMessageId) return null
  return Message.query({ client: trx })
    .where({ provider: message.provider, providerMessageId, contactId: contact.id })
    .where('direction', 'outbound')
    .first()
}

const isTheirs = ({ interviewId }: Target, { contact }: Heard, trx: TransactionClientContract) =>
  Interview.query({ client: trx }).where({ id: interviewId, candidateId: contact.id }).first()
