import type { Accepts, ConsentSource } from '#contacts/consent'
import type Contact from '#contacts/models/contact'
import { refreshAfter } from '#core/live'
import { ConsentSchema } from '#database/schema'
import User from '#users/models/user'
import { belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

export interface Said {
  decision: Accepts
  source: ConsentSource
  /** What the person wrote, or why somebody else says so. */
  text: string | null
  /** Which of our numbers heard it. */
  sender?: string
  by?: User
}

/**
 * Somebody decided what we may write to a person: who, when, in which words. Append-only; the latest is also
 * `contact.accepts`.
 */
export default class Consent extends ConsentSchema {
  @column()
  declare decision: Accepts

  @column()
  declare source: ConsentSource

  @belongsTo(() => User, { foreignKey: 'recordedById' })
  declare recordedBy: BelongsTo<typeof User>

  /** For a contact whose row is locked. False when the decision is in force already: it is not kept twice. */
  static async record(contact: Contact, said: Said, trx: TransactionClientContract) {
    const { decision, source, text, sender = null, by } = said
    if (contact.accepts === decision) return false
    const facts = { contactId: contact.id, decision, source, text, sender }
    await Consent.create({ ...facts, recordedById: by?.id ?? null }, { client: trx })
    await contact.useTransaction(trx).merge({ accepts: decision }).save()
    refreshAfter(trx, [`contacts/${contact.id}`])
    return true
  }

  /** The latest first. */
  static of(contact: Contact) {
    return this.query().where('contact_id', contact.id).preload('recordedBy').orderBy('id', 'desc')
  }
}
