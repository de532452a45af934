import Contact from '#contacts/models/contact'

const LIMIT = 8

/** The first few people whose name, number, e-mail or external id has every word typed. */
export const findContacts = (search: string) =>
  Contact.query()
    .withScopes((scopes) => scopes.matching(search))
    .whereNull('anonymised_at')
    .orderBy('name')
    .orderBy('id')
    .limit(LIMIT)
