import Contact from '#contacts/models/contact'
import Conversation from '#messages/models/conversation'
import Message from '#messages/models/message'
import { askBackend, type Answer } from '#replies/ask_backend'
import ReplyBackend from '#replies/models/reply_backend'
import ReplyTask from '#replies/models/reply_task'
import { tellOffHours } from '#replies/off_hours'
import { ring } from '#replies/ring'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

/** In seconds, before each further try. Nobody on a phone waits much longer. */
const PAUSES = [2, 10]
/** Later it would be no answer any more. */
const USEFUL = { hours: 1 }

type Failed = Extract<Answer, { outcome: 'failed' }>

/** Asks the backend about one message, and says what it says. Doing it again changes nothing. */
export async function replyTo(id: number) {
  const task = await ReplyTask.claim(id)
  if (!task) return
  const message = await Message.findOrFail(task.messageId)
  const answer = await ask(task, message.body)
  const pause = await db.transaction((trx) => settle(task, answer, trx))
  if (pause !== null) return ring(id, pause)
  const next = await task.nextInLine()
  if (next) await ring(Number(next.id))
}

/** Nobody is asked who rests or was switched off, nor about what was written too long ago to be answered by a machine. */
function ask(
  { backend, createdAt }: ReplyTask,
  text: string
): Promise<Answer | 'resting'> | 'resting' {
  const isLate = createdAt.plus(USEFUL) < DateTime.utc()
  return backend.isResting || backend.mode === 'off' || isLate
    ? 'resting'
    : askBackend(backend, text)
}

/** Answers in how many seconds to try again; null when it is settled. */
async function settle(
  claimed: ReplyTask,
  answer: Answer | 'resting',
  trx: TransactionClientContract
) {
  const task = await ReplyTask.query({ client: trx })
    .where('id', claimed.id)
    .forUpdate()
    .firstOrFail()
  if (task.status !== 'waiting' || task.leaseOwner !== claimed.leaseOwner) return null
  task.attempts += 1
  const { contactId, sender } = task
  // Whoever of the team answers at this moment waits here, or is seen.
  await Conversation.between({ contactId, sender }, trx)
  if (await isForgotten(task, trx)) return end(task, 'dropped', null)
  if (answer === 'resting') return giveUp(task, 'resting', trx)
  await remember(task.backendId, answer, trx)
  if (answer.outcome === 'reply') return say(task, answer.text, trx)
  return tryAgain(task, answer, trx)
}

async function remember(id: number, answer: Answer, trx: TransactionClientContract) {
  const backend = await ReplyBackend.query({ client: trx }).where({ id }).forUpdate().firstOrFail()
  await backend.took(answer).save()
}

async function say(task: ReplyTask, body: string, trx: TransactionClientContract) {
  if (await isAnswered(task, trx)) return end(task, 'dropped', 'answered_by_person')
  const contact = await Contact.findOrFail(task.contactId, { client: trx })
  const now = DateTime.utc()
  await Message.plan(
    {
      contact,
      body,
      kind: 'auto_reply',
      address: contact.address,
      sender: task.sender,
      dedupeKey: `auto_reply:${task.messageId}`,
      sendAt: now,
      expiresAt: now.plus(USEFUL),
      facts: { answers: task.messageId },
    },
    trx
  )
  return end(task, 'replied', null)
}

/** What the backend says may repeat what a person wrote who was anonymised meanwhile. */
async function isForgotten({ contactId }: ReplyTask, client: TransactionClientContract) {
  return (await Contact.findOrFail(contactId, { client })).isAnonymised
}

/** Somebody of ours was faster: two answers would contradict each other. What was taken back answered nobody. */
async function isAnswered(
  { contactId, sender, messageId }: ReplyTask,
  trx: TransactionClientContract
) {
  const byPeople = await Message.query({ client: trx })
    .where({ contactId, sender, kind: 'reply' })
    .whereNotIn('status', ['canceled', 'superseded'])
    .where('id', '>', messageId)
  return byPeople.some(({ content }) => !content?.reaction)
}

async function tryAgain(
  task: ReplyTask,
  { reason, isLasting }: Failed,
  trx: TransactionClientContract
) {
  const pause = PAUSES[task.attempts - 1]
  if (isLasting || pause === undefined) return giveUp(task, reason, trx)
  const nextAt = DateTime.utc().plus({ seconds: pause })
  await (task as ReplyTask).merge({ reason, nextAt, leaseOwner: null }).save()
  return pause
}

/** The person hears nothing of it: their message waits for a person of ours. */
async function giveUp(
  task: ReplyTask,
  reason: NonNullable<ReplyTask['reason']>,
  trx: TransactionClientContract
) {
  const { contactId, sender, messageId } = task
  const conversation = await Conversation.between({ contactId, sender }, trx)
  await conversation.needPerson().save()
  conversation.announce(trx)
  const message = await Message.findOrFail(messageId, { client: trx })
  await tellOffHours(message, await Contact.findOrFail(contactId, { client: trx }), trx)
  return end(task, 'failed', reason)
}

async function end(task: ReplyTask, status: ReplyTask['status'], reason: ReplyTask['reason']) {
  await (task as ReplyTask).merge({ status, reason, leaseOwner: null }).save()
  return null
}
