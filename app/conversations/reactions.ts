import type Message from '#messages/models/message'

/** Of each side the latest reaction to a message counts, and it may have been taken back. */
export function reactionsAmong(messages: Message[]) {
  const targets = new Set(messages.map(({ providerMessageId }) => providerMessageId))
  const isShownElsewhere = ({ content }: Message) =>
    Boolean(content?.reaction && targets.has(content.reaction.to))

  const latest = new Map<string, string | null>()
  for (const { content, direction } of messages.toSorted((one, other) => one.id - other.id)) {
    if (content?.reaction) latest.set(`${direction} ${content.reaction.to}`, content.reaction.emoji)
  }
  const reactions = new Map<string, string[]>()
  for (const [key, emoji] of latest) {
    const target = key.slice(key.indexOf(' ') + 1)
    if (emoji) reactions.set(target, [...(reactions.get(target) ?? []), emoji])
  }
  return { reactions, isShownElsewhere }
}
