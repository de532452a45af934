import type { ConversationQuery } from '#conversations/conversation_list'
import Contact from '#contacts/models/contact'

/** Conversations with somebody of that name or number. */
export async function searched(query: ConversationQuery, text: string) {
  const people = Contact.query()
    .select('id')
    .withScopes((scopes) => scopes.matching(text))
  query.whereIn('contact_id', people)
}
