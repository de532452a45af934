import { Problem } from '#core/problem'
import { toDb } from '#database/columns'
import type Conversation from '#messages/models/conversation'
import Message from '#messages/models/message'
import User from '#users/models/user'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

/** Never sent, and answered nobody. */
const UNSAID = ['canceled', 'superseded']

interface Answering {
  by: User
  /** The newest message of the thread when it was last looked at; unknown: nothing is asked. */
  seen?: number | null
}

/**
 * Two do not answer at once: what a colleague sent after one looked is said before one sends, too. The page that comes
 * back has looked.
 * @throws Problem 409 `answered_meanwhile`, with the id of the message that came in between
 */
export async function askWhenAnswered(
  { contactId, sender }: Conversation,
  { by, seen }: Answering,
  trx: TransactionClientContract
) {
  if (seen === undefined || seen === null) return
  const answers = await Message.query({ client: trx })
    .where({ contact_id: contactId, sender })
    .where('id', '>', seen)
    .where('kind', 'reply')
    .whereNotIn('status', UNSAID)
    .whereNot('author_id', by.id)
    // What is planned for later nobody has heard.
    .where((said) => {
      said.whereNot('status', 'queued').orWhere('send_at', '<=', toDb(DateTime.utc()))
    })
    .orderBy('id', 'desc')
  const answer = answers.find(({ content }) => !content?.reaction)
  if (!answer) return
  const author = await User.findOrFail(answer.authorId, { client: trx })
  throw Problem.conflict(
    'answered_meanwhile',
    `${author.firstName} respondeu ${ago(answer.createdAt)}. Enviar mesmo assim?`,
    { message_id: answer.id }
  )
}

function ago(moment: DateTime) {
  const seconds = Math.max(1, Math.round(DateTime.utc().diff(moment).as('seconds')))
  if (seconds < 60) return `há ${seconds} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? `há ${minutes} min` : `há ${Math.round(minutes / 60)} h`
}

/** The newest message that somebody who looks now has seen; 0 when there is none. */
export async function newestIn({ contactId, sender }: Conversation): Promise<number> {
  const newest = await Message.query()
    .select('id')
    .where({ contact_id: contactId, sender })
    .orderBy('id', 'desc')
    .first()
  return newest?.id ?? 0
}
