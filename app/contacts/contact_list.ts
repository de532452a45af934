import { csvLines } from '#core/csv'
import { keysetPage } from '#core/keyset_page'
import { LOCALE_LABELS } from '#contacts/locales'
import Contact from '#contacts/models/contact'
import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'

const EXPORT_ROWS = 500

const HEADER = ['Nome', 'Telefone', 'E-mail', 'Idioma', 'Código externo', 'Criado em']

export const CONTACT_SORTS = [
  { value: 'name', label: 'Nome' },
  { value: 'newest', label: 'Mais novos' },
]

/** What the address of the list may say; what cannot be read is left out. */
const filtersValidator = vine.create({
  search: vine.string().trim().maxLength(200).optional(),
  sort: vine.enum(['name', 'newest'] as const).optional(),
  cursor: vine.string().maxLength(800).optional(),
})

export type ContactFilters = Infer<typeof filtersValidator>

export async function readContactFilters(query: object): Promise<ContactFilters> {
  const [error, filters] = await filtersValidator.tryValidate(query)
  return error ? {} : filters
}

export function contactsPage({ search, sort, cursor }: ContactFilters, limit?: number) {
  const query = Contact.query().whereNull('anonymised_at')
  if (search) query.withScopes((scopes) => scopes.matching(search))
  const newest = sort === 'newest'
  return keysetPage(query, {
    by: newest ? ['id'] : ['name', 'id'],
    descending: newest,
    limit,
    cursor,
  })
}

/** Everyone the filters find, as CSV, read page by page. */
export const exportContacts = (filters: ContactFilters) => csvLines(HEADER, rows(filters))

async function* rows(filters: ContactFilters) {
  let cursor: string | undefined
  do {
    const page = await contactsPage({ ...filters, cursor }, EXPORT_ROWS)
    for (const contact of page.rows) yield row(contact)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
}

const row = ({ name, phone, email, locale, externalId, createdAt }: Contact) => [
  name,
  phone,
  email,
  LOCALE_LABELS[locale as keyof typeof LOCALE_LABELS],
  externalId,
  createdAt.toISODate(),
]
