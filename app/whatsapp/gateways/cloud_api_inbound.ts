import { DateTime } from 'luxon'
import { contentOf } from '#whatsapp/gateways/cloud_api_content'
import {
  digits,
  idOf,
  listOf,
  LONGEST,
  textOf,
  userIdOf,
} from '#whatsapp/gateways/cloud_api_reading'
import type { InboundMessage } from '#whatsapp/gateways/gateway'

const LONGEST_NAME = 200

/** One of `messages[]`; null when nobody wrote it, or it has no id. */
export function readInbound(given: Record<string, any>, value: any): InboundMessage | null {
  const providerMessageId = idOf(given.id)
  const person = personOf(given, listOf(value.contacts))
  const userId = userIdOf(given.from_user_id) ?? userIdOf(person?.user_id) ?? null
  const from = digits(given.from) ?? digits(person?.wa_id) ?? userId
  if (!providerMessageId || !from) return null
  return {
    providerMessageId,
    from,
    userId,
    to: idOf(value.metadata?.phone_number_id) || null,
    writtenAt: writtenAt(given.timestamp),
    profileName: textOf(person?.profile?.name, LONGEST_NAME) || null,
    repliedTo: idOf(given.reaction?.message_id ?? given.context?.id) || null,
    ...contentOf(given),
  }
}

/** Who of `contacts[]` wrote it. Alone, whoever is there. */
function personOf({ from, from_user_id: userId }: Record<string, any>, people: any[]) {
  const isTheirs = (one: any) => (from && one.wa_id === from) || (userId && one.user_id === userId)
  return people.find(isTheirs) ?? (people.length === 1 ? people[0] : undefined)
}

/** Seconds, as a text. What lies ahead is a clock's mistake: it would keep the window open. */
function writtenAt(timestamp: unknown): DateTime | null {
  const seconds = Number(textOf(timestamp, LONGEST.errorCode) || Number.NaN)
  const at = DateTime.fromSeconds(Number.isFinite(seconds) ? seconds : 0, { zone: 'utc' })
  return seconds > 0 && at.isValid && at <= DateTime.utc() ? at : null
}
