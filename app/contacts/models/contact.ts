import type { Accepts } from '#contacts/consent'
import { contactAttributes, type ContactInput } from '#contacts/contact_validator'
import Consent, { type Said } from '#contacts/models/consent'
import { searchable } from '#contacts/searchable'
import { Problem } from '#core/problem'
import { isUniqueViolation } from '#database/errors'
import { ContactSchema } from '#database/schema'
import db from '@adonisjs/lucid/services/db'
import { beforeCreate, beforeSave, column, scope } from '@adonisjs/lucid/orm'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

/**
 * A person with a WhatsApp address; a candidate when an interview is with them.
 */
export default class Contact extends ContactSchema {
  @column()
  declare accepts: Accepts

  static matching = scope((query, text: string) => {
    for (const word of searchable(text).split(' ')) query.whereLike('search_text', `%${word}%`)
  })

  /** A second contact with the same number is a conflict that names the first. */
  static async register(input: ContactInput): Promise<Contact> {
    return onceMore(() => db.transaction((trx) => Contact.#register(input, trx)))
  }

  /**
   * The candidate a booking names: by the ERP's id, then by number, else a new contact. Found by id, they get the number
   * the booking brings.
   * @throws Problem 409 when that number is somebody else's.
   */
  static async resolve(input: ContactInput): Promise<Contact> {
    return onceMore(() => db.transaction((trx) => Contact.#resolve(input, trx)))
  }

  static async #resolve(input: ContactInput, trx: TransactionClientContract) {
    const { external_id: externalId, phone } = input
    const known = externalId && (await Contact.findBy({ externalId }, { client: trx }))
    if (known) return known.#move(phone, trx)
    return (await Contact.findBy({ phone }, { client: trx })) ?? Contact.#register(input, trx)
  }

  /** The ERP's number is newer than ours: writing to the old one would tell somebody else. */
  async #move(phone: string, trx: TransactionClientContract) {
    if (this.phone !== phone) await this.#change({ phone }, trx)
    return this
  }

  static async #register(input: ContactInput, trx: TransactionClientContract) {
    await Contact.#refuseTwin(input, null, trx)
    const attributes = { locale: 'pt-BR' as const, ...contactAttributes(input) }
    return Contact.create(attributes, { client: trx })
  }

  /** A new number forgets the provider's spelling of the old one. */
  async change(input: Partial<ContactInput>) {
    if (this.isAnonymised) throw anonymised()
    await onceMore(() => db.transaction((trx) => this.#change(input, trx)))
    return this
  }

  async #change(input: Partial<ContactInput>, trx: TransactionClientContract) {
    await Contact.#refuseTwin(input, this.id, trx)
    const contact = (this as Contact).useTransaction(trx).merge(contactAttributes(input))
    if (contact.$dirty.phone) contact.whatsappAddress = null
    await contact.save()
  }

  /** From now on we write to them only what they accept. False when they accepted just that already. */
  async decide(said: Said): Promise<boolean> {
    return db.transaction(async (trx) => {
      const contact = await Contact.lock(this.id, trx)
      if (contact.isAnonymised) throw anonymised()
      return Consent.record(contact, said, trx)
    })
  }

  static async lock(id: number, trx: TransactionClientContract): Promise<Contact> {
    return Contact.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
  }

  /** As the database does; a new model knows it, too. */
  @beforeCreate()
  static acceptEverything(contact: Contact) {
    contact.accepts ??= 'everything'
  }

  @beforeSave()
  static keepSearchText(contact: Contact) {
    const { name, phone, email, externalId } = contact
    contact.searchText = searchable([name, phone, email, externalId].filter(Boolean).join(' '))
  }

  get firstName() {
    return this.name.split(' ')[0]
  }

  /** Where messages go: the provider's own spelling once it is known. */
  get address() {
    return this.whatsappAddress ?? this.phone
  }

  get isAnonymised() {
    return Boolean(this.anonymisedAt)
  }

  /** What opting in gave us is given back: nothing that names the person stays, here or (by a hook) in their messages. */
  async anonymise() {
    await db.transaction(async (trx) => {
      const contact = (this as Contact).useTransaction(trx).merge({
        name: 'Contato anonimizado',
        phone: null,
        whatsappAddress: null,
        whatsappUserId: null,
        email: null,
        externalId: null,
        timeZone: null,
        notes: null,
        anonymisedAt: DateTime.utc(),
      })
      await contact.save()
      // That they decided is kept, and what; their words are not.
      await trx.from('consents').where('contact_id', this.id).update({ text: null })
    })
  }

  static async #refuseTwin(
    { phone, external_id: externalId }: Partial<ContactInput>,
    exceptId: number | null,
    trx: TransactionClientContract
  ) {
    const twin = async (key: object) =>
      Contact.query({ client: trx })
        .where(key)
        .whereNot('id', exceptId ?? 0)
        .first()
    const samePhone = phone && (await twin({ phone }))
    if (samePhone) throw taken('phone', samePhone, 'Este número já é de')
    const sameId = externalId && (await twin({ external_id: externalId }))
    if (sameId) throw taken('external_id', sameId, 'Este código externo já é de')
  }
}

const anonymised = () =>
  Problem.conflict(
    'contact_anonymised',
    'Este contato foi anonimizado e não pode ser alterado. Crie outro contato.'
  )

/** Two requests may bring the same number at once: the second one then meets the first. */
async function onceMore<T>(act: () => Promise<T>) {
  try {
    return await act()
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return act()
  }
}

function taken(field: 'phone' | 'external_id', contact: Contact, sentence: string) {
  const message = `${sentence} ${contact.name}. Abra esse contato em vez de criar outro.`
  return new Problem({
    status: 409,
    code: 'contact_exists',
    message,
    errors: [{ field, rule: 'unique', message }],
    extensions: { contact_id: contact.id },
  })
}
