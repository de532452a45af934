import type { Meaning } from '#core/pages/marks'
import type { ConversationStatus } from '#messages/models/conversation'

const MARKS: Record<ConversationStatus, { text: string; meaning?: Meaning; icon?: string }> = {
  open: { text: 'Aberta', meaning: 'attention', icon: 'message-circle' },
  waiting: { text: 'Aguardando', meaning: 'waiting' },
  snoozed: { text: 'Adiada', icon: 'alarm-clock' },
  resolved: { text: 'Resolvida', meaning: 'done' },
}

/** How a status is shown: a word, and one of the four meanings. */
export const conversationMark = (status: ConversationStatus) => MARKS[status]
