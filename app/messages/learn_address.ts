import { toDb } from '#database/columns'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'

interface Sent {
  contactId: number | null
  /** As it was written to. */
  address: string
}

/** The provider knows this person by another spelling of their number: what they write will come from it. */
export async function learnAddress({ contactId, address }: Sent, spelling: string) {
  if (contactId === null) return
  await db
    .from('contacts')
    .where({ id: contactId })
    .whereNull('anonymised_at')
    .where((either) => either.where('whatsapp_address', address).orWhere('phone', address))
    .update({ whatsapp_address: spelling, updated_at: toDb(DateTime.utc()) })
}
