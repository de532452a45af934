import { filterByTeam } from '#conversations/teamwork_validators'
import { withoutNul } from '#core/text_rules'
import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'

export const VIEWS = [
  'open',
  'mine',
  'unassigned',
  'waiting',
  'snoozed',
  'resolved',
  'all',
] as const
export type View = (typeof VIEWS)[number]

export const VIEW_LABELS: Record<View, string> = {
  open: 'Abertas',
  mine: 'Minhas',
  unassigned: 'Sem responsável',
  waiting: 'Aguardando',
  snoozed: 'Adiadas',
  resolved: 'Resolvidas',
  all: 'Todas',
}

/** What the address of the inbox may say; what cannot be read is left out. */
const filtersValidator = vine.create({
  view: vine.enum(VIEWS).optional(),
  q: vine.string().trim().use(withoutNul()).maxLength(200).optional(),
  sender: vine.string().use(withoutNul()).maxLength(40).optional(),
  team: filterByTeam(),
  cursor: vine.string().maxLength(800).optional(),
})

export type ConversationFilters = Infer<typeof filtersValidator>

export async function readFilters(query: object): Promise<ConversationFilters> {
  const [error, filters] = await filtersValidator.tryValidate(query)
  return error ? {} : filters
}

/** Who searches wants to find it wherever it is. */
export const viewOf = ({ view, q }: ConversationFilters): View => view ?? (q ? 'all' : 'open')
