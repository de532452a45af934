import type { Claimed } from '#messages/claim'
import { subjects } from '#messages/message_subject'
import { QuietHours } from '#messages/quiet_hours'
import CompanySettings from '#settings/models/company_settings'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

interface Person {
  id: number
  phone: string | null
  whatsapp_address: string | null
  time_zone: string | null
}

/**
 * Which of these may certainly leave as they are. Asked for a whole wave with a statement for each kind of fact; what is
 * not clear at this glance is looked at one by one (`Delivery`), which alone decides to stop or change a message.
 */
export async function cleared(
  claimed: Claimed[],
  trx: TransactionClientContract
): Promise<Set<number>> {
  const now = DateTime.utc()
  const people = await peopleOf(claimed, trx)
  const standing = await standingOf(claimed, trx)
  const isQuiet = await quietNow(now, trx)

  const isClear = (message: Claimed) => {
    if (message.expiresAt && new Date(message.expiresAt).getTime() <= now.toMillis()) return false
    if (!standing.has(message.id)) return false
    const person = people.get(message.contactId!)
    if (person && (person.whatsapp_address ?? person.phone) !== message.address) return false
    return message.kind === 'test' || !isQuiet(person?.time_zone ?? null)
  }
  return new Set(claimed.filter(isClear).map(({ id }) => id))
}

async function peopleOf(claimed: Claimed[], trx: TransactionClientContract) {
  const ids = [...new Set(claimed.map(({ contactId }) => contactId).filter(Boolean))]
  const people: Person[] = await trx
    .from('contacts')
    .select('id', 'phone', 'whatsapp_address', 'time_zone')
    .whereIn('id', ids as number[])
  return new Map(people.map((person) => [person.id, person]))
}

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
async function quietNow(now: DateTime, trx: TransactionClientContract) {
  const settings = await CompanySettings.current(trx)
  const known = new Map<string, boolean>()
  return (zone: string | null) => {
    const name = zone ?? settings.timeZone
    if (!known.has(name)) known.set(name, new QuietHours(settings, name).endAround(now) > now)
    return known.get(name)!
  }
}
