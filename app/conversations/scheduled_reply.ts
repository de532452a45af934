import type { Heard } from '#messages/inbound_listener'
import type { MessageSubject, Obstacle } from '#messages/message_subject'
import Message from '#messages/models/message'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

const ANSWERED: Obstacle = { status: 'canceled', reason: 'person_wrote_first' }

/** Written for later; it leaves unless the person writes first. */
export const isScheduled = ({ kind, facts }: Pick<Message, 'kind' | 'facts'>) =>
  kind === 'reply' && Boolean(facts?.isScheduled)

/** What one may still take back or send at once. */
export const isWaitingForItsHour = (message: Message) =>
  message.status === 'queued' && isScheduled(message)

/** Replies written for later: true as long as the person has said nothing since. */
export const scheduledReplySubject: MessageSubject = {
  concerns: ({ kind, facts }) => kind === 'reply' && Boolean(facts?.isScheduled),

  async obstacle(message, trx) {
    return (await wroteSince(message, trx)) ? ANSWERED : null
  },

  standing: async () => [],
  deadline: () => null,
  wordingNow: async ({ body, content }) => ({ body, content }),
  values: async () => ({}),
  takenBack: async () => {},
  changed: async () => {},
  accepted: async () => {},
  channels: () => ['conversations'],
}

/** In the order in which we heard it: what the person wrote before we knew of it, nobody had read. */
async function wroteSince({ id, contactId, sender }: Message, trx: TransactionClientContract) {
  return Message.query({ client: trx })
    .where({ contact_id: contactId, sender, direction: 'inbound' })
    .where('id', '>', id)
    .first()
}

/** Does not wait for the hour to tell the team that it will not leave. */
export async function dropScheduled({ message }: Heard, trx: TransactionClientContract) {
  const { contactId, sender } = message
  const waiting = await Message.query({ client: trx })
    .where({ contact_id: contactId, sender, kind: 'reply', status: 'queued' })
    .forUpdate()
  for (const one of waiting.filter(isScheduled))
    await one.end(ANSWERED.status, ANSWERED.reason, trx)
  return false
}
