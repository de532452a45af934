import Contact from '#contacts/models/contact'
import { PhoneNumber } from '#contacts/phone_number'
import { refreshAfter } from '#core/live'
import { heedConsent } from '#messages/consent_answer'
import { NotHeeded, tellListeners, type InboundListener } from '#messages/inbound_listener'
import Message from '#messages/models/message'
import type { InboundMessage, Provider } from '#whatsapp/gateways/gateway'
import whatsapp from '#whatsapp/services/main'
import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { randomUUID } from 'node:crypto'

/**
 * Keeps what a person wrote and does what it says. Null when this message is known already.
 */
export async function receiveInbound(inbound: InboundMessage, provider: Provider, at: DateTime) {
  try {
    return await keep(inbound, provider, at, tellListeners)
  } catch (error) {
    if (!(error instanceof NotHeeded)) throw error
    logger.error({ err: error, provider }, 'a message was kept for a person to read')
    return keep(inbound, provider, at)
  }
}

function keep(inbound: InboundMessage, provider: Provider, at: DateTime, heed?: InboundListener) {
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
        facts: quoting(inbound),
        priority: 0,
        sentAt: at,
      },
      { client: trx }
    )
    if (contact && !(await heedConsent(message, contact, trx))) {
      await heed?.({ message, contact, inbound }, trx)
    }
    refreshAfter(trx, ['messages', ...(contact ? [`contacts/${contact.id}`] : [])])
    return message
  })
}

const quoting = ({ repliedTo, payload }: InboundMessage) =>
  repliedTo || payload ? { repliedTo: repliedTo ?? null, payload: payload ?? null } : null

/** Calls are understood in any order: what was written last stays last. */
async function wrote(contact: Contact, from: string, at: DateTime) {
  if (contact.lastInboundAt && contact.lastInboundAt > at) return
  await contact.merge({ lastInboundAt: at, whatsappAddress: from }).save()
}

/**
 * The exact address seen before, else the canonical number behind it. Locked: what one person writes is heeded one
 * after the other. Not so firmly that a message to them could not be written meanwhile: whoever books writes one, and
 * holds the interview that an answer would wait for.
 */
async function findSender(address: string, trx: TransactionClientContract) {
  const locked = (key: object) => {
    const query = Contact.query({ client: trx }).where(key)
    query.knexQuery.forNoKeyUpdate()
    return query.first()
  }
  const seen = await locked({ whatsappAddress: address })
  const phone = PhoneNumber.fromWhatsappAddress(address)
  return seen ?? (phone ? locked({ phone }) : null)
}
