import { nightOf } from '#replies/attendance'
import type Contact from '#contacts/models/contact'
import Message from '#messages/models/message'
import CompanySettings from '#settings/models/company_settings'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

/** Later it would be no answer any more. */
const USEFUL = { hours: 1 }

/** Says once a night, to whoever writes while nobody attends, when somebody will. */
export async function tellOffHours(
  inbound: Message,
  contact: Contact,
  trx: TransactionClientContract
) {
  const settings = await CompanySettings.current(trx)
  const { offHoursText: body, attendance: windows, timeZone } = settings
  const now = DateTime.utc()
  const night = nightOf(now, { windows, timeZone })
  if (!body || !night) return
  await Message.plan(
    {
      contact,
      body,
      kind: 'auto_reply',
      address: contact.address,
      sender: inbound.sender,
      dedupeKey: `off_hours:${contact.id}:${inbound.sender}:${night}`,
      sendAt: now,
      expiresAt: now.plus(USEFUL),
      facts: { answers: inbound.id },
    },
    trx
  )
}
