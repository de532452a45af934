import type { Target } from '#answers/find_targets'
import type { Reply } from '#answers/reply'
import { listText, rowText, WORDS } from '#answers/reply_texts'
import type { Intent } from '#answers/meaning'
import Interview from '#interviews/models/interview'
import { DateTime } from 'luxon'

const TIME_TO_CHOOSE = { hours: 6 }

/** Several interviews are ahead: the row they tap, or the next number, says which is meant. */
export async function askWhich(intent: Intent, targets: Target[], reply: Reply) {
  const interviews = await Interview.query({ client: reply.trx })
    .whereIn(
      'id',
      targets.map(({ interviewId }) => interviewId)
    )
    .orderBy('starts_at')
    .orderBy('id')
  const settings = await reply.settings()
  const { which: text, byNumber, choose: button } = WORDS[reply.locale]
  const rows = interviews.map((interview) => ({
    id: `${intent}:${interview.id}:${interview.revision}`,
    ...rowText(interview, settings, reply.locale),
  }))
  const list = listText(interviews, settings, reply.locale)
  await reply.give(
    {
      intent,
      outcome: 'asked_which',
      interview: null,
      choices: interviews.map(({ id, revision }) => ({ interviewId: id, revision })),
      openUntil: DateTime.utc().plus(TIME_TO_CHOOSE),
    },
    { text, byTyping: `${list}\n\n${byNumber}`, content: { list: { button, rows } } }
  )
}
