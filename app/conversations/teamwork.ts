import { newestIn } from '#conversations/double_answer'
import Team from '#conversations/models/team'
import { chosenText, readyTexts } from '#conversations/quick_replies'
import { isWaitingForItsHour } from '#conversations/scheduled_reply'
import type Conversation from '#messages/models/conversation'

/** What whoever answers this conversation needs to know of the others and may take from them. */
export async function teamworkOn(conversation: Conversation, query: Record<string, unknown>) {
  const texts = await readyTexts(conversation.contact)
  return {
    texts,
    chosenText: chosenText(texts, query.quick),
    newest: await newestIn(conversation),
    ownTeam: conversation.teamId ? await Team.find(conversation.teamId) : null,
    isWaitingForItsHour,
  }
}
