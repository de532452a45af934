import type { Accepts } from '#contacts/consent'
import type { Claimed } from '#messages/claim'
import { buttonsNow } from '#messages/choices'
import { roomAt, sentLately } from '#messages/daily_cap'
import { subjects } from '#messages/message_subject'
import Conversation from '#messages/models/conversation'
import { refusalOf } from '#messages/permission'
import { QuietHours } from '#messages/quiet_hours'
import CompanySettings from '#settings/models/company_settings'
import type { Capabilities } from '#whatsapp/gateways/gateway'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

interface Row {
  id: number
  phone: string | null
  whatsapp_address: string | null
  time_zone: string | null
  accepts: Accepts
}

/**
 * Which of these may certainly leave as they are. Asked for a whole wave with a statement for each kind of fact; what is
 * not clear at this glance is looked at one by one (`Delivery`), which alone decides to stop or change a message.
 */
export async function cleared(
  claimed: Claimed[],
  capabilities: Capabilities,
  trx: TransactionClientContract
): Promise<Set<number>> {
  const now = DateTime.utc()
  const people = await peopleOf(claimed, trx)
  const standing = await standingOf(claimed, trx)
  const settings = await CompanySettings.current(trx)
  const isQuiet = quietNow(now, settings)
  const addresses = claimed.map(({ address }) => address)
  const lately = await sentLately(addresses, now, trx)

  const isClear = (message: Claimed) => {
    if (message.hasContent || message.kind === 'reply') return false
    if (message.expiresAt && new Date(message.expiresAt).getTime() <= now.toMillis()) return false
    if (!standing.has(message.id)) return false
    const person = people.get(message.contactId!) ?? null
    if (person && person.address !== message.address) return false
    if (refusalOf(message, person, capabilities, now)) return false
    if (person && buttonsNow(message, capabilities, { ...person, at: now }) > 0) return false
    if (roomAt(lately.get(message.address), settings.dailyMessagesPerContact)) return false
    return message.kind === 'test' || !isQuiet(person?.timeZone ?? null)
  }
  return new Set(claimed.filter(isClear).map(({ id }) => id))
}

async function peopleOf(claimed: Claimed[], trx: TransactionClientContract) {
  const ids = [...new Set(claimed.map(({ contactId }) => contactId).filter(Boolean))]
  if (ids.length === 0) return new Map<number, ReturnType<typeof personOf>>()
  const rows: Row[] = await trx
    .from('contacts')
    .select('id', 'phone', 'whatsapp_address', 'time_zone', 'accepts')
    .whereIn('id', ids as number[])
  const lastWords = await Conversation.lastWords(ids as number[], claimed[0].sender, trx)
  return new Map(rows.map((row) => [row.id, personOf(row, lastWords.get(row.id) ?? null)]))
}

const personOf = (row: Row, lastInboundAt: DateTime | null) => ({
  accepts: row.accepts,
  address: row.whatsapp_address ?? row.phone,
  timeZone: row.time_zone,
  lastInboundAt,
})

/** What nobody is asked about stands. */
async function standingOf(claimed: Claimed[], trx: TransactionClientContract) {
  const standing = new Set(claimed.map(({ id }) => id))
  for (const subject of subjects()) {
    const ids = claimed.filter((row) => subject.concerns(row)).map(({ id }) => id)
    if (ids.length === 0) continue
    for (const id of ids) standing.delete(id)
    for (const id of await subject.standing(ids, trx)) standing.add(id)
  }
  return standing
}

/** Many people share few zones, and working out a zone's clock is slow. */
function quietNow(now: DateTime, settings: CompanySettings) {
  const known = new Map<string, boolean>()
  return (zone: string | null) => {
    const name = zone ?? settings.timeZone
    if (!known.has(name)) known.set(name, new QuietHours(settings, name).endAround(now) > now)
    return known.get(name)!
  }
}
