import { freeSlots } from '#answers/free_slots'
import Answer from '#answers/models/answer'
import { refreshAfter } from '#core/live'
import Interview, { CANDIDATE } from '#interviews/models/interview'
import CompanySettings from '#settings/models/company_settings'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'

interface Asked {
  interviewId: number
  /** As they knew it. */
  revision: number
}

/** `changed`: it is no longer what they looked at, or over; `taken`: somebody was faster. */
export type PageOutcome = 'moved' | 'wished' | 'changed' | 'taken'

/** The candidate takes one of the free slots. The usual notice tells them the new date. */
export async function moveInterview(
  { interviewId, revision }: Asked,
  startsAt: DateTime
): Promise<PageOutcome> {
  return db.transaction(async (trx) => {
    await inTurn(trx)
    const interview = await lock(interviewId, trx)
    if (interview.revision !== revision) return 'changed'
    const free = await freeSlots(interview, trx)
    if (!free.some((start) => start.equals(startsAt.toUTC()))) return 'taken'
    await interview.edit({ startsAt }, { by: CANDIDATE, revision })
    await keep(interview, { intent: 'move', outcome: 'moved' }, trx)
    return 'moved'
  })
}

/** No slot fits: they say in their words what would, and the team hears of it. */
export async function leaveWish(
  { interviewId, revision }: Asked,
  text: string
): Promise<PageOutcome> {
  return db.transaction(async (trx) => {
    const interview = await lock(interviewId, trx)
    if (interview.revision !== revision || !interview.isOpen || interview.hasBegun) return 'changed'
    const isKnown = await Answer.isKnown(interview, ['asked_to_move', 'wished'], trx)
    if (!isKnown) await interview.askToMove({ by: CANDIDATE })
    await keep(interview, { intent: 'move', outcome: 'wished', text }, trx)
    return 'wished'
  })
}

/** Two candidates may choose the same hour of the same interviewer: the second one sees what the first took. */
const inTurn = async (trx: TransactionClientContract) => {
  await CompanySettings.query({ client: trx }).orderBy('id').forUpdate().first()
}

const lock = (id: number, trx: TransactionClientContract) =>
  Interview.query({ client: trx }).where('id', id).forUpdate().firstOrFail()

async function keep(
  { id: interviewId, revision, candidateId: contactId }: Interview,
  what: Pick<Answer, 'intent' | 'outcome'> & { text?: string },
  trx: TransactionClientContract
) {
  await Answer.create({ ...what, interviewId, revision, contactId }, { client: trx })
  refreshAfter(trx, ['interviews', `interviews/${interviewId}`])
}
