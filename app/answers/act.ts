import { linkEnd, linkTo } from '#answers/link'
import Answer from '#answers/models/answer'
import type { Reply } from '#answers/reply'
import { aboutText, whenText, WORDS } from '#answers/reply_texts'
import { answerButtons } from '#notifications/answer_options'
import type { Target } from '#answers/find_targets'
import type { Intent } from '#answers/meaning'
import Interview, { CANDIDATE } from '#interviews/models/interview'
import { DateTime } from 'luxon'

/** A 3 typed by mistake must not lose an interview, and a forgotten question must not wait for ever. */
const TIME_TO_BE_SURE = { minutes: 30 }

/** Kept in the history; the candidate's own words are not. */
const REASON = 'A própria pessoa cancelou pelo WhatsApp.'

const ACTIONS: Record<Intent, (interview: Interview, reply: Reply) => Promise<void>> = {
  confirm,
  move,
  cancel: askIfSure,
}

/** Does what the candidate wants with the interview they mean, if it still is what they know. */
export async function act(intent: Intent, target: Target, reply: Reply) {
  const interview = await lock(target, reply)
  if (isPast(interview) || !target.isKnown(interview)) return tellCurrent(intent, interview, reply)
  return ACTIONS[intent](interview, reply)
}

/** They have been asked, and said yes. */
export async function cancel(target: Target, reply: Reply) {
  const interview = await lock(target, reply)
  if (isPast(interview) || !target.isKnown(interview)) {
    return tellCurrent('cancel', interview, reply)
  }
  await interview.cancel({ by: CANDIDATE, reason: REASON })
  const text = WORDS[reply.locale].cancelled(await about(interview, reply))
  await reply.give({ intent: 'cancel', outcome: 'cancelled', interview }, text)
}

/** They have been asked, and said no. */
export async function keep(target: Target, reply: Reply) {
  const interview = await lock(target, reply)
  if (isPast(interview)) return tellCurrent('cancel', interview, reply)
  const text = WORDS[reply.locale].kept(await about(interview, reply))
  await reply.give({ intent: 'cancel', outcome: 'kept', interview }, text)
}

async function confirm(interview: Interview, reply: Reply) {
  const words = WORDS[reply.locale]
  if (interview.status === 'scheduled') {
    await interview.confirm({ by: CANDIDATE })
    const asking = words.confirmed(await about(interview, reply))
    const offer = { ...asking, content: { buttons: answerButtons(interview, reply.locale) } }
    return reply.give({ intent: 'confirm', outcome: 'confirmed', interview }, offer)
  }
  // Saying it again is polite, and so is not to answer every time.
  const isTold = await Answer.isKnown(interview, ['confirmed', 'already_confirmed'], reply.trx)
  const text = isTold ? null : words.alreadyConfirmed(await about(interview, reply))
  return reply.give({ intent: 'confirm', outcome: 'already_confirmed', interview }, text)
}

async function move(interview: Interview, reply: Reply) {
  const isKnown = await Answer.isKnown(interview, ['asked_to_move', 'wished'], reply.trx)
  if (!isKnown) await interview.askToMove({ by: CANDIDATE })
  const text = await moveText(interview, reply)
  await reply.give({ intent: 'move', outcome: 'asked_to_move', interview }, text)
}

async function moveText(interview: Interview, reply: Reply) {
  const words = WORDS[reply.locale]
  const named = await about(interview, reply)
  if (!interview.candidateMayMove) return words.noted(named)
  const end = { startsAt: linkEnd(interview), timeZone: interview.timeZone }
  const until = whenText(end, await reply.settings(), reply.locale)
  return words.link(named, linkTo(interview), until)
}

export async function askIfSure(interview: Interview, reply: Reply) {
  const { id: interviewId, revision } = interview
  const openUntil = DateTime.utc().plus(TIME_TO_BE_SURE)
  const choices = [{ interviewId, revision }]
  const { sure, yes, no } = WORDS[reply.locale]
  const buttons = [
    { id: `yes:${interviewId}:${revision}`, title: yes },
    { id: `no:${interviewId}:${revision}`, title: no },
  ]
  const offer = { ...sure(await about(interview, reply)), content: { buttons } }
  const asked = { intent: 'cancel', outcome: 'asked_if_sure' } as const
  await reply.give({ ...asked, interview, choices, openUntil }, offer)
}

/** What they answered to is over, or has changed: they hear how it stands. */
async function tellCurrent(intent: Intent, interview: Interview, reply: Reply) {
  const words = WORDS[reply.locale]
  const named = await about(interview, reply)
  await reply.give({ intent, outcome: 'outdated', interview }, standing())

  function standing() {
    if (interview.status === 'cancelled') return words.wasCancelled(named)
    if (isPast(interview)) return words.isOver(named)
    const buttons = answerButtons(interview, reply.locale)
    return { ...words.changed(named), content: { buttons } }
  }
}

const isPast = (interview: Interview) => !interview.isOpen || interview.hasBegun

const lock = ({ interviewId }: Target, { trx }: Reply) =>
  Interview.query({ client: trx }).where('id', interviewId).forUpdate().firstOrFail()

const about = async (interview: Interview, reply: Reply) =>
  aboutText(interview, await reply.settings(), reply.locale)
