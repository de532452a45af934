import { ahead } from '#conversations/scheduled_moment'
import { instantOf } from '#api/v1/moment'
import Conversation, { type ConversationStatus } from '#messages/models/conversation'

/** @throws Problem 422 on `snoozed_until` for what is no moment ahead */
export async function changeStatus(id: number, status: ConversationStatus, snoozedUntil?: string) {
  const change = changeTo(status, snoozedUntil)
  await Conversation.change(id, change)
}

function changeTo(status: ConversationStatus, snoozedUntil?: string) {
  switch (status) {
    case 'open':
      return (conversation: Conversation) => conversation.reopen()
    case 'waiting':
      return (conversation: Conversation) => conversation.awaitPerson()
    case 'resolved':
      return (conversation: Conversation) => conversation.resolve()
    case 'snoozed': {
      const field = 'snoozed_until'
      const until = ahead(instantOf(snoozedUntil!, field), field)
      return (conversation: Conversation) => conversation.snooze(until)
    }
    default:
      return status satisfies never
  }
}
