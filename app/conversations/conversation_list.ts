import { viewOf, type ConversationFilters, type View } from '#conversations/conversation_filters'
import { searched, type Found } from '#conversations/search'
import { keysetPage } from '#core/keyset_page'
import Conversation from '#messages/models/conversation'
import type User from '#users/models/user'
import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'

const PER_PAGE = 30

export type ConversationQuery = ModelQueryBuilderContract<typeof Conversation>

/** Conditions are literal where a partial index has them: SQLite recognises nothing else. */
const IN_HAND = `status in ('open', 'waiting')`

const CONDITIONS: Record<View, (query: ConversationQuery, user: User) => unknown> = {
  open: (query) => query.whereRaw(`status = 'open'`),
  mine: (query, { id }) => query.whereRaw(IN_HAND).where('assignee_id', id),
  unassigned: (query) => query.whereRaw(IN_HAND).whereNull('assignee_id'),
  waiting: (query) => query.where('status', 'waiting'),
  snoozed: (query) => query.whereRaw(`status = 'snoozed'`),
  resolved: (query) => query.where('status', 'resolved'),
  all: () => {},
}

/** One page of the inbox as `user` asks for it, newest activity first; `found` when it was searched. */
export async function conversationsPage(
  filters: ConversationFilters,
  user: User,
  limit = PER_PAGE
) {
  const { q, sender, team, cursor } = filters
  const query = Conversation.query().preload('contact')
  CONDITIONS[viewOf(filters)](query, user)
  if (sender) query.where('sender', sender)
  if (team) query.where('team_id', team)
  const found: Found | null = q ? await searched(query, q) : null
  const by = ['lastActivityAt', 'id']
  return { ...(await keysetPage(query, { by, descending: true, limit, cursor })), found }
}
