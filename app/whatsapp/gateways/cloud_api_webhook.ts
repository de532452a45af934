import { readInbound } from '#whatsapp/gateways/cloud_api_inbound'
import { readStatus } from '#whatsapp/gateways/cloud_api_status'
import { digits, idOf, isObject, listOf, textOf } from '#whatsapp/gateways/cloud_api_reading'
import type { InboundMessage, NumberChange, StatusReport } from '#whatsapp/gateways/gateway'

export type HeardItem =
  { status: StatusReport } | { message: InboundMessage } | { moved: NumberChange }

/** One of `changes[]` that is about messages of one of our numbers. */
export interface Change {
  phoneNumberId: string
  value: Record<string, unknown>
}

/** What a batch holds for whom, and how many changes of other kinds; null when it is no batch of WhatsApp's at all. */
export function batchOf(body: string): { changes: Change[]; others: number } | null {
  const batch = parse(body)
  if (!isObject(batch) || batch.object !== 'whatsapp_business_account') return null
  const all = listOf(batch.entry).flatMap((entry) => listOf(entry.changes))
  const changes = all
    .filter(({ field, value }) => field === 'messages' && isObject(value))
    .map(({ value }) => ({ phoneNumberId: idOf(value.metadata?.phone_number_id), value }))
  return { changes, others: all.length - changes.length }
}

/** Whether there is anything in it that somebody said, or that became of something we said. */
export const saysSomething = ({ value }: Change) =>
  listOf(value.messages).length > 0 || listOf(value.statuses).length > 0

/** Everything one change says. What cannot be read is counted, and costs its neighbours nothing. */
export function readChange({ value }: Change): { items: HeardItem[]; ignored: number } {
  const items: HeardItem[] = []
  let ignored = listOf(value.errors).length
  const keep = (item: HeardItem | null) => (item ? items.push(item) : (ignored += 1))
  for (const status of listOf(value.statuses)) keep(attempt(() => heardStatus(status)))
  for (const message of listOf(value.messages)) keep(attempt(() => heardMessage(message, value)))
  return { items, ignored }
}

function heardStatus(given: Record<string, unknown>): HeardItem | null {
  const status = readStatus(given)
  return status && { status }
}

function heardMessage(given: any, value: Record<string, unknown>): HeardItem | null {
  if (given.type === 'system') return movedOf(given)
  const message = readInbound(given, value)
  return message && { message }
}

/** Other words of the system need nothing done. */
function movedOf({ from, system }: any): HeardItem | null {
  const { type, wa_id: waId, new_wa_id: newWaId, user_id: userId } = system ?? {}
  const to = digits(waId ?? newWaId)
  if (!/^user_changed_(number|user_id)$/.test(type ?? '') || !digits(from) || !to) return null
  return { moved: { from: digits(from)!, to, userId: textOf(userId, 160) || null } }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/** Shapes nobody foresaw. */
function attempt(read: () => HeardItem | null): HeardItem | null {
  try {
    return read()
  } catch {
    return null
  }
}
