import Contact from '#contacts/models/contact'
import { PhoneNumber } from '#contacts/phone_number'
import { refreshAfter } from '#core/live'
import { heedConsent } from '#messages/consent_answer'
import Message from '#messages/models/message'
import type { InboundMessage, Provider } from '#whatsapp/gateways/gateway'
import whatsapp from '#whatsapp/services/main'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { randomUUID } from 'node:crypto'

/**
 * Keeps what a person wrote. Null when this message is known already.
 */
export async function receiveInbound(inbound: InboundMessage, provider: Provider, at: DateTime) {
  return db.transaction(async (trx) => {
    const { providerMessageId } = inbound
    if (await Message.findBy({ provider, providerMessageId }, { client: trx })) return null

    const contact = await findSender(inbound.from, trx)
    if (contact) await wrote(contact, inbound.from, at)
    const message = await Message.create(
      {
        uuid: randomUUID(),
        direction: 'inbound',
        kind: 'text',
        status: 'received',
        contactId: contact?.id ?? null,
        sender: whatsapp.defaultSender,
        provider,
        providerMessageId,
        address: inbound.from,
        body: inbound.body,
        media: inbound.media.length > 0 ? inbound.media : null,
        priority: 0,
        sentAt: at,
      },
      { client: trx }
    )
    if (contact) await heedConsent(message, contact, trx)
    refreshAfter(trx, ['messages', ...(contact ? [`contacts/${contact.id}`] : [])])
    return message
  })
}

/** Calls are understood in any order: what was written last stays last. */
async function wrote(contact: Contact, from: string, at: DateTime) {
  if (contact.lastInboundAt && contact.lastInboundAt > at) return
  await contact.merge({ lastInboundAt: at, whatsappAddress: from }).save()
}

/**
 * The exact address seen before, else the canonical number behind it. Locked: what one person writes is heeded one
 * after the other.
 */
async function findSender(address: string, trx: TransactionClientContract) {
  const locked = (key: object) => Contact.query({ client: trx }).where(key).forUpdate().first()
  const seen = await locked({ whatsappAddress: address })
  const phone = PhoneNumber.fromWhatsappAddress(address)
  return seen ?? (phone ? locked({ phone }) : null)
}
