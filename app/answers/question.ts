import { act, askIfSure, cancel, keep } from '#answers/act'
import { atRevision, type Target } from '#answers/find_targets'
import type { Verdict } from '#answers/meaning'
import Answer from '#answers/models/answer'
import type { Reply } from '#answers/reply'
import type { Said } from '#answers/understand'
import type Contact from '#contacts/models/contact'
import Interview from '#interviews/models/interview'
import type Message from '#messages/models/message'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

/** A late yes still means what was asked, so it is asked again. */
const REMEMBERED = { days: 2 }

/** What we asked this person last, if these words can answer that. Quoting another message, they do not. */
export async function questionFor(
  contact: Contact,
  quoted: Message | null,
  trx: TransactionClientContract
): Promise<Answer | null> {
  const newest = await Answer.newestOf(contact, trx)
  if (!newest?.openUntil) return null
  if (quoted && quoted.facts?.answers !== newest.messageId) return null
  return newest.openUntil.plus(REMEMBERED) > DateTime.utc() ? newest : null
}

/** Whether the words were about the question: done, or left to a person on purpose. */
export async function heedQuestion(question: Answer, said: Said, reply: Reply): Promise<boolean> {
  return question.outcome === 'asked_which'
    ? heedChoice(question, said, reply)
    : heedDoubt(question, said, reply)
}

/** A tapped yes or no names what we asked about. Too late for the question, a yes is asked about again. */
export async function heedVerdict(
  { verdict, target }: { verdict: Verdict; target: Target },
  reply: Reply
) {
  const newest = await Answer.newestOf(reply.contact, reply.trx)
  const isAsked =
    newest?.outcome === 'asked_if_sure' &&
    newest.interviewId === target.interviewId &&
    isOpen(newest)
  if (verdict === 'no') return keep(target, reply)
  return isAsked ? cancel(target, reply) : act('cancel', target, reply)
}

async function heedChoice(question: Answer, { meaning, number }: Said, reply: Reply) {
  if (!isOpen(question)) return false
  const choice = number === null ? null : question.choices![number - 1]
  if (choice) await act(question.intent, atRevision(choice.interviewId, choice.revision), reply)
  // A number that is not on the list is no answer to anything, nor is a bare yes.
  return Boolean(choice) || number !== null || meaning === 'yes' || meaning === 'no'
}

/** "Ok" and "confirmo" could mean either here. */
async function heedDoubt(question: Answer, { meaning, number }: Said, reply: Reply) {
  const [{ interviewId, revision }] = question.choices!
  const target = atRevision(interviewId, revision)
  if (!isOpen(question)) {
    if (meaning !== 'yes') return false
    await askAgain(interviewId, reply)
    return true
  }
  if (meaning === 'no') await keep(target, reply)
  else if (meaning === 'yes') await cancel(target, reply)
  else return meaning === 'confirm' && number === null
  return true
}

async function askAgain(interviewId: number, reply: Reply) {
  const interview = await Interview.query({ client: reply.trx })
    .where('id', interviewId)
    .forUpdate()
    .firstOrFail()
  if (interview.isOpen && !interview.hasBegun) await askIfSure(interview, reply)
}

const isOpen = ({ openUntil }: Answer) => openUntil! > DateTime.utc()
