import { instant } from '#api/v1/transformers/instant'
import type Sender from '#messages/models/sender'
import { shownSettings, numberView } from '#senders/sender_page'

export type SenderJson = ReturnType<typeof senderJson>

/** Secrets are never answered. */
export function senderJson(sender: Sender) {
  const { label, number, provider, isDefault, state } = numberView(sender)
  return {
    id: sender.id,
    name: sender.name,
    provider,
    label,
    number,
    state,
    is_default: isDefault,
    messages_per_second: sender.messagesPerSecond,
    settings: shownSettings(sender),
    held_until: instant(sender.heldUntil),
    retired_at: instant(sender.retiredAt),
    configured_at: instant(sender.configuredAt),
    created_at: instant(sender.createdAt),
    updated_at: instant(sender.updatedAt),
  }
}
