import { ContactSchema } from '#database/schema'
import { beforeSave, hasMany, scope } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import Interview from '#interviews/models/interview'
import { searchable } from '#contacts/searchable'

export const LOCALES = ['pt-BR', 'en', 'es'] as const

/**
 * A person with a WhatsApp address; a candidate when an interview is with them.
 */
export default class Contact extends ContactSchema {
  @hasMany(() => Interview, { foreignKey: 'candidateId' })
  declare interviews: HasMany<typeof Interview>

  static matching = scope((query, text: string) => {
    for (const word of searchable(text).split(' ')) query.whereLike('search_text', `%${word}%`)
  })

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
}
