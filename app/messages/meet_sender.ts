import Contact from '#contacts/models/contact'
import { formatPhone } from '#contacts/format_phone'
import { PhoneNumber } from '#contacts/phone_number'
import { searchable } from '#contacts/searchable'
import { toDb } from '#database/columns'
import type { InboundMessage } from '#whatsapp/gateways/gateway'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

const UNKNOWN = 'Sem nome'
const LONGEST_NAME = 120

/**
 * Who wrote this: by the provider's lasting id, else by the exact address seen before, else by the canonical number
 * behind it; somebody new becomes a contact. Locked: what one person writes is heeded one after the other. Not so firmly
 * that a message to them could not be written meanwhile: whoever books writes one, and holds the interview that an
 * answer would wait for.
 */
export async function meetSender(inbound: InboundMessage, trx: TransactionClientContract) {
  const known = await findPerson(inbound, trx)
  if (known) return known
  await welcome(inbound, trx)
  return (await findPerson(inbound, trx))!
}

/** Whom we know by that address or id. */
export async function findPerson(
  { from, userId }: Pick<InboundMessage, 'from' | 'userId'>,
  trx: TransactionClientContract
) {
  const phone = PhoneNumber.fromWhatsappAddress(from)
  const keys: object[] = [
    ...(userId ? [{ whatsappUserId: userId }] : []),
    { whatsappAddress: from },
    phone ? { phone } : { whatsappUserId: from },
  ]
  for (const key of keys) {
    const contact = await locked(key, trx)
    if (contact) return contact
  }
  return null
}

function locked(key: object, trx: TransactionClientContract): Promise<Contact | null> {
  const query = Contact.query({ client: trx }).where(key)
  query.knexQuery.forNoKeyUpdate()
  return query.first()
}

/** Of several messages at once the first makes the contact; the others wait for it and find it. */
async function welcome(inbound: InboundMessage, trx: TransactionClientContract) {
  const { from, userId } = inbound
  const phone = PhoneNumber.fromWhatsappAddress(from)
  const name = nameOf(inbound, phone)
  const now = toDb(DateTime.utc())
  await trx
    .table('contacts')
    .insert({
      name,
      phone,
      whatsapp_address: from,
      whatsapp_user_id: userId ?? (phone ? null : from),
      locale: 'pt-BR',
      search_text: searchable([name, phone].filter(Boolean).join(' ')),
      created_at: now,
      updated_at: now,
    })
    .knexQuery.onConflict()
    .ignore()
}

const nameOf = ({ profileName }: InboundMessage, phone: string | null) =>
  profileName?.trim().slice(0, LONGEST_NAME) || (phone ? formatPhone(phone) : UNKNOWN)
