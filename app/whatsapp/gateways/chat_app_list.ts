import { DateTime } from 'luxon'
import { ChatAppRefusal } from '#whatsapp/gateways/chat_app_client'
import type { ProviderMessage } from '#whatsapp/gateways/gateway'

/** One question is enough for what was sent to one person lately. */
const MOST = 100

interface Item {
  id: string | number
  side?: string
  fromMe?: boolean
  /** Seconds since 1970. */
  time: number
  message?: { text?: string | null; caption?: string | null }
}

type Ask = <Data>(path: string) => Promise<Data>

/**
 * What ChatApp calls the chat with a person: their digits. An old Brazilian account may be known with or without its
 * ninth digit, so it has two; the first is the address as we have it. Who hides their number has an id.
 */
export function chatsOf(to: string): string[] {
  const [, digits] = /^\+?(\d+)$/.exec(to) ?? []
  if (!digits) return [to]
  const [, area, subscriber] = /^55(\d{2})(9[6-9]\d{7}|[6-9]\d{7})$/.exec(digits) ?? []
  if (!area) return [digits]
  return [digits, `55${area}${subscriber.length === 9 ? subscriber.slice(1) : `9${subscriber}`}`]
}

/** What we sent to somebody since then, newest first. Throws when ChatApp cannot say. */
export async function listSent(to: string, since: DateTime, ask: Ask): Promise<ProviderMessage[]> {
  const asked = await Promise.allSettled(chatsOf(to).map((chat) => listChat(chat, since, ask)))
  const answers = asked.filter((one) => one.status === 'fulfilled').map(({ value }) => value)
  const failed = asked.find((one) => one.status === 'rejected' && !isUnknownChat(one.reason))
  if (failed || answers.length === 0) throw ((failed ?? asked[0]) as PromiseRejectedResult).reason
  const found = new Map(answers.flat().map((message) => [message.providerMessageId, message]))
  return [...found.values()].sort((a, b) => b.createdAt.toMillis() - a.createdAt.toMillis())
}

/** Of the two spellings of a number one may be nobody's. */
const isUnknownChat = (error: unknown) => error instanceof ChatAppRefusal && error.status === 404

async function listChat(chat: string, since: DateTime, ask: Ask) {
  const items = await itemsOf(/^\d+$/.test(chat) ? `${chat}@c.us` : chat, ask)
  // Times have whole seconds.
  const recent = items.filter(({ time }) => time >= Math.floor(since.toSeconds()))
  if (recent.length === MOST)
    throw new Error('there is more in this chat than ChatApp lists at once')
  return recent.filter(({ side, fromMe }) => side === 'out' || fromMe === true).map(listed)
}

async function itemsOf(chat: string, ask: Ask) {
  const path = `/chats/${encodeURIComponent(chat)}/messages?limit=${MOST}&direction=prev`
  const data = await ask<{ items?: Item[] }>(path)
  if (!Array.isArray(data?.items)) throw new SyntaxError('answer without items')
  return data.items
}

/** That it is listed proves that it was sent; how far it came is not said. */
const listed = ({ id, time, message }: Item): ProviderMessage => ({
  providerMessageId: String(id),
  body: message?.text || message?.caption || '',
  status: 'accepted',
  errorCode: null,
  createdAt: DateTime.fromSeconds(time, { zone: 'utc' }),
})
