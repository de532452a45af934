import { teamworkOn } from '#conversations/teamwork'
import { composerOf } from '#conversations/composer'
import { readFilters, VIEW_LABELS, VIEWS, viewOf } from '#conversations/conversation_filters'
import { conversationsPage } from '#conversations/conversation_list'
import { lastWordsOf } from '#conversations/last_words'
import { markRead } from '#conversations/mark_read'
import Mention from '#conversations/models/mention'
import Team from '#conversations/models/team'
import { namesOf, team } from '#conversations/people'
import { personOf, placesOf } from '#conversations/person'
import { EMOJIS } from '#conversations/react'
import { templateChoices } from '#conversations/template_choices'
import { previewsOf } from '#conversations/template_preview'
import { senderOptions } from '#conversations/sender_options'
import { pageWith, quotedIn, threadOf } from '#conversations/thread'
import { latestNews, waitingCount } from '#conversations/waiting_count'
import { readRowId } from '#core/row_id'
import { addressWith } from '#core/pages/addresses'
import Conversation from '#messages/models/conversation'
import CompanySettings from '#settings/models/company_settings'
import type User from '#users/models/user'
import { DateTime } from 'luxon'
import { randomUUID } from 'node:crypto'

type Query = Record<string, unknown>

const PANES = ['thread', 'person'] as const

/** The list of the inbox, as its address asks for it. */
export async function inboxPage(query: Query, user: User) {
  const filters = await readFilters(query)
  const page = await conversationsPage(filters, user)
  const hrefOf = (id: number, changes: object = {}) =>
    addressWith(`/conversations/${id}`, { ...filters, cursor: null }, changes)
  return {
    filters,
    page,
    view: viewOf(filters),
    views: VIEWS.map((value) => ({ value, label: VIEW_LABELS[value] })),
    senders: senderOptions(),
    lastWords: await lastWordsOf(page.rows, page.found?.messages),
    names: await namesOf(page.rows.map(({ assigneeId }) => assigneeId)),
    team: await team(),
    teams: await Team.inOrder(),
    mentions: await Mention.unseenBy(user),
    news: await latestNews(),
    waiting: await waitingCount(),
    timeZone: (await CompanySettings.current()).timeZone,
    now: DateTime.utc(),
    listHref: (changes: object) => addressWith('/conversations', filters, changes),
    hrefOf,
    hitHref: (id: number) => {
      const message = page.found?.messages.get(id)
      return message ? `${hrefOf(id, { message })}#message-${message}` : hrefOf(id)
    },
  }
}

/** One conversation beside the list: what was said, what may be written, who it is with. Opening it reads it. */
export async function conversationPage(id: number, query: Query, user: User) {
  const conversation = await Conversation.query().where('id', id).preload('contact').firstOrFail()
  await markRead(conversation)
  await Mention.see(conversation, user)
  const inbox = await inboxPage(query, user)
  const composer = composerOf(conversation, conversation.contact, inbox.now)
  const templates =
    composer.writing === 'template'
      ? await templateChoices(conversation, conversation.contact, user)
      : []
  const person = await personOf(conversation.contact, user)
  const found = readRowId(query.message)
  const before = found
    ? await pageWith(conversation, found)
    : typeof query.before === 'string'
      ? query.before
      : undefined
  return {
    ...inbox,
    conversation,
    contact: conversation.contact,
    pane: PANES.find((pane) => pane === query.pane) ?? 'thread',
    isPast: before !== undefined,
    foundId: found,
    emojis: EMOJIS,
    thread: await threadOf(conversation, { zone: inbox.timeZone, cursor: before }),
    composer,
    templates,
    previews: previewsOf(templates, null),
    quoted: await quotedIn(conversation, query.quote),
    assignee: (await namesOf([conversation.assigneeId])).get(conversation.assigneeId!) ?? null,
    person,
    places: placesOf(person.interviews),
    companyName: (await CompanySettings.current()).companyName,
    requestKey: randomUUID(),
    ...(await teamworkOn(conversation, query)),
  }
}
