import { toDb } from '#database/columns'
import Conversation from '#messages/models/conversation'
import { DateTime } from 'luxon'

const AT_ONCE = 200

/** Conversations whose time has come wait for us again, on top of the list. Answers how many. */
export async function wakeSnoozed() {
  const now = DateTime.utc()
  const due = await Conversation.query()
    .select('id')
    .whereRaw(`status = 'snoozed'`)
    .where('snoozed_until', '<=', toDb(now))
    .orderBy('snoozed_until')
    .limit(AT_ONCE)
  for (const { id } of due) await Conversation.change(id, (snoozed) => wake(snoozed, now))
  return due.length
}

/** Somebody may have been quicker, or the person. */
function wake(conversation: Conversation, now: DateTime) {
  const { status, snoozedUntil } = conversation
  if (status !== 'snoozed' || !snoozedUntil || snoozedUntil > now) return
  conversation.reopen().merge({ lastActivityAt: now })
}
