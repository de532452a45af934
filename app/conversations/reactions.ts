import type Message from '#messages/models/message'
import type { MessageStatus } from '#messages/message_status'

/** The person never saw it. */
const UNSEEN: MessageStatus[] = ['failed', 'expired', 'superseded', 'canceled']

/** Of each side the latest reaction to a message counts, and it may have been taken back. */
export function reactionsAmong(messages: Message[]) {
  const targets = new Set(messages.map(({ providerMessageId }) => providerMessageId))
  const counts = ({ content, status }: Message) =>
    Boolean(content?.reaction) && !UNSEEN.includes(status)
  const isShownElsewhere = (message: Message) =>
    counts(message) && targets.has(message.content!.reaction!.to)

  const latest = new Map<string, string | null>()
  for (const message of messages.filter(counts).toSorted((one, other) => one.id - other.id)) {
    const { to, emoji } = message.content!.reaction!
    latest.set(`${message.direction} ${to}`, emoji)
  }
  const reactions = new Map<string, string[]>()
  for (const [key, emoji] of latest) {
    const target = key.slice(key.indexOf(' ') + 1)
    if (emoji) reactions.set(target, [...(reactions.get(target) ?? []), emoji])
  }
  const ours = (id: string | null) => latest.get(`outbound ${id}`) ?? null
  return { reactions, ours, isShownElsewhere }
}
