import Contact from '#contacts/models/contact'
import Message from '#messages/models/message'
import CompanySettings from '#settings/models/company_settings'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { randomUUID } from 'node:crypto'

const USEFUL = { hours: 1 }
const SHOWN = 5

/** A message to a phone somebody holds in their hand (E.164), to see whether WhatsApp works. */
export async function sendTestMessage(phone: string, sender: string) {
  return db.transaction(async (trx) => {
    const { companyName } = await CompanySettings.current(trx)
    const contact = await Contact.findBy({ phone }, { client: trx })
    const now = DateTime.utc()
    return Message.plan(
      {
        contact,
        kind: 'test',
        address: contact?.address ?? phone,
        sender,
        body: `✅ *Mensagem de teste | ${companyName}*\n\nSe você está lendo isto, o WhatsApp está funcionando.`,
        dedupeKey: `test:${randomUUID()}`,
        sendAt: now,
        expiresAt: now.plus(USEFUL),
      },
      trx
    )
  })
}

/** The last ones of a number, to watch their ticks. */
export const latestTestMessages = (sender: string) =>
  Message.query().where({ kind: 'test', sender }).orderBy('id', 'desc').limit(SHOWN)
