import { findPerson } from '#messages/meet_sender'
import { refreshAfter } from '#core/live'
import type { NumberChange } from '#whatsapp/gateways/gateway'
import db from '@adonisjs/lucid/services/db'

/**
 * The person is written to where they are now. Their number in the contact stays what somebody typed. False when nobody
 * was known by the old one, or somebody else is known by the new one.
 */
export async function followNumber({ from, to, userId }: NumberChange): Promise<boolean> {
  return db.transaction(async (trx) => {
    const contact = await findPerson({ from }, trx)
    if (!contact || (await findPerson({ from: to, userId }, trx))) return false
    if (userId) contact.whatsappUserId = userId
    await contact.merge({ whatsappAddress: to }).useTransaction(trx).save()
    refreshAfter(trx, [`contacts/${contact.id}`])
    return true
  })
}
