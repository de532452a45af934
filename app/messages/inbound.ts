import type Contact from '#contacts/models/contact'
import { refreshAfter } from '#core/live'
import { channelsWith } from '#messages/channels'
import { heedConsent } from '#messages/consent_answer'
import { NotHeeded, tellListeners, type InboundListener } from '#messages/inbound_listener'
import { meetSender } from '#messages/meet_sender'
import Conversation from '#messages/models/conversation'
import Message from '#messages/models/message'
import type { InboundMessage, Provider } from '#whatsapp/gateways/gateway'
import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import { randomUUID } from 'node:crypto'

/** Which of our numbers a message came to, and when. */
export interface Arrived {
  sender: string
  provider: Provider
  at: DateTime
}

/**
 * Keeps what a person wrote and does what it says. Null when this message is known already.
 */
export async function receiveInbound(inbound: InboundMessage, arrived: Arrived) {
  try {
    return await keep(inbound, arrived, tellListeners)
  } catch (error) {
    if (!(error instanceof NotHeeded)) throw error
    logger.error({ err: error, sender: arrived.sender }, 'a message was kept for a person to read')
    return keep(inbound, arrived)
  }
}

function keep(inbound: InboundMessage, arrived: Arrived, heed?: InboundListener) {
  return db.transaction(async (trx) => {
    const { providerMessageId } = inbound
    const { provider, sender } = arrived
    if (await Message.findBy({ provider, providerMessageId }, { client: trx })) return null

    const contact = await meetSender(inbound, trx)
    // Several copies at once met at the contact's row; all but the first find it written.
    if (await Message.findBy({ provider, providerMessageId }, { client: trx })) return null
    const at = inbound.writtenAt ?? arrived.at
    await wrote(contact, inbound, at)
    const conversation = await Conversation.between({ contactId: contact.id, sender }, trx)
    const message = await Message.create(
      {
        uuid: randomUUID(),
        direction: 'inbound',
        kind: 'text',
        status: 'received',
        contactId: contact.id,
        sender,
        provider,
        providerMessageId,
        address: inbound.from,
        body: inbound.body,
        content: inbound.content ?? null,
        facts: quoting(inbound),
        priority: 0,
        sentAt: at,
      },
      { client: trx }
    )
    await conversation.wrote(at).save()
    if (!(await isSettled({ message, contact, inbound }, trx, heed))) {
      await conversation.needPerson().save()
    }
    conversation.announce(trx)
    refreshAfter(trx, ['messages', ...channelsWith(contact.id)])
    return message
  })
}

const isSettled = async (
  heard: Parameters<InboundListener>[0],
  trx: TransactionClientContract,
  heed?: InboundListener
) => (await heedConsent(heard.message, heard.contact, trx)) || Boolean(await heed?.(heard, trx))

const quoting = ({ repliedTo, payload }: InboundMessage) =>
  repliedTo || payload ? { repliedTo: repliedTo ?? null, payload: payload ?? null } : null

/** Calls are understood in any order: what was written last stays last. */
async function wrote(contact: Contact, { from, userId }: InboundMessage, at: DateTime) {
  if (userId) contact.whatsappUserId = userId
  if (!contact.lastInboundAt || contact.lastInboundAt <= at) {
    contact.merge({ lastInboundAt: at, whatsappAddress: from })
  }
  await contact.save()
}
