import { PhoneNumber } from '#contacts/phone_number'
import type Contact from '#contacts/models/contact'
import type Message from '#messages/models/message'
import whatsapp from '#whatsapp/services/main'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

/** The provider did not find the number. */
interface NotFound {
  code: string | null
  /** Its id of the try, when it gave one. */
  providerMessageId: string | null
}

/**
 * WhatsApp may know a Brazilian mobile with or without its ninth digit. When it does not know the one, the message goes to the
 * other, once. False when that is not what is wrong, or has been tried.
 */
export function turnToOtherForm(message: Message, { code, providerMessageId }: NotFound): boolean {
  const { sender, address, triedAddress } = message
  if (!code || triedAddress || !whatsapp.use(sender).isUnknownAddress(code)) return false
  const other = otherForm(address)
  if (!other) return false
  message.merge({ address: other, triedAddress: address, triedMessageId: providerMessageId })
  message.merge({ status: 'queued', reason: 'other_form', sendAt: DateTime.utc() })
  message.merge({ providerMessageId: null, sentAt: null, reconcileAt: null, leaseOwner: null })
  return true
}

/** Null where there is no other: abroad, landlines, mobiles that never had eight digits, people who hide theirs. */
export function otherForm(address: string): string | null {
  const reading = PhoneNumber.parse(address)
  if (!reading.ok || !address.startsWith('+')) return null
  const { number } = reading
  return number.e164 === address ? number.alternateForm() : number.e164
}

/** Where it goes now: a form that is being tried stays, unless the person's number has changed since. */
export function addressOf({ address, triedAddress }: Message, contact: Contact | null) {
  const known = contact?.address
  return !known || known === triedAddress ? address : known
}

/** The form that worked is the person's from now on. */
export async function rememberForm(message: Message, trx: TransactionClientContract) {
  const { contactId, triedAddress, address, deliveredAt } = message
  if (!contactId || !triedAddress || !deliveredAt) return
  await trx
    .from('contacts')
    .where('id', contactId)
    .where((query) => {
      query.where('whatsapp_address', triedAddress)
      query.orWhere((unspelt) => unspelt.whereNull('whatsapp_address').where('phone', triedAddress))
    })
    .update({ whatsapp_address: address })
}
