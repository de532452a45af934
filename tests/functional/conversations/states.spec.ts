import { wakeSnoozed } from '#conversations/wake_snoozed'
import Conversation from '#messages/models/conversation'
import Interview from '#interviews/models/interview'
import { anInterview, aUser, cleanScene, NOW, stopClockAt } from '#tests/scene'
import { aConversation, hears } from '#tests/functional/conversations/scene'
import type { ApiClient } from '@japa/api-client'
import type User from '#users/models/user'
import { test } from '@japa/runner'

const form =
  (client: ApiClient, user: User) =>
  (method: 'post' | 'put' | 'delete', url: string, fields = {}) =>
    client[method](url).loginAs(user).withCsrfToken().form(fields).redirects(0)

test.group('What becomes of a conversation', (group) => {
  group.each.setup(cleanScene)

  test('resolved it waits for nobody, until it is reopened or the person writes', async ({
    client,
    assert,
  }) => {
    const { contact, conversation, path } = await aConversation()
    const send = form(client, await aUser('agent'))
    const resolved = await send('post', `${path}/resolution`)
    assert.property(resolved.flashMessage('undo'), 'action')
    await conversation.refresh()
    assert.include(conversation.$attributes, { status: 'resolved', unreadCount: 0 })
    await send('delete', `${path}/resolution`)
    assert.equal((await conversation.refresh()).status, 'open')
    await send('post', `${path}/resolution`)
    await hears(contact, 'Mais uma coisa')
    assert.equal((await conversation.refresh()).status, 'open')
  })

  test('it is given to somebody, and to nobody again', async ({ client, assert }) => {
    const { conversation, path } = await aConversation()
    const agent = await aUser('agent')
    const send = form(client, agent)
    const taken = await send('put', `${path}/assignee`, { assignee_id: agent.id })
    assert.equal(taken.flashMessage('success'), 'A conversa é sua.')
    assert.equal((await conversation.refresh()).assigneeId, agent.id)
    await send('put', `${path}/assignee`, { assignee_id: '' })
    assert.isNull((await conversation.refresh()).assigneeId)
    const gone = await aUser('recruiter', { deactivatedAt: NOW })
    const refused = await send('put', `${path}/assignee`, { assignee_id: gone.id })
    assert.property(refused.flashMessage('inputErrorsBag'), 'assignee_id')
  })

  test('snoozed it comes back at its time, once, on top of the list', async ({
    client,
    assert,
  }) => {
    const { conversation, path } = await aConversation()
    const send = form(client, await aUser('agent'))
    const snoozed = await send('post', `${path}/snooze`, { snooze: 'tomorrow' })
    assert.include(snoozed.flashMessage('success'), 'amanhã 9:00')
    await conversation.refresh()
    assert.equal(conversation.snoozedUntil!.toISO(), '2026-11-21T12:00:00.000Z')
    assert.equal(await wakeSnoozed(), 0)
    stopClockAt(NOW.plus({ hours: 23 }))
    assert.equal(await wakeSnoozed(), 1)
    assert.equal(await wakeSnoozed(), 0)
    await conversation.refresh()
    assert.equal(conversation.status, 'open')
    assert.equal(conversation.lastActivityAt.toISO(), NOW.plus({ hours: 23 }).toISO())
  })

  test('who writes wakes it', async ({ client, assert }) => {
    const { contact, conversation, path } = await aConversation()
    const send = form(client, await aUser('agent'))
    await send('post', `${path}/snooze`, { snooze: 'at', until: '2026-11-25T15:30' })
    await conversation.refresh()
    assert.equal(conversation.snoozedUntil!.toISO(), '2026-11-25T18:30:00.000Z')
    await hears(contact, 'Alô?')
    await conversation.refresh()
    assert.include(conversation.$attributes, { status: 'open', snoozedUntil: null })
  })

  test('a moment that has passed, or none, is no time to come back', async ({ client, assert }) => {
    const { conversation, path } = await aConversation()
    const send = form(client, await aUser('agent'))
    for (const until of ['2026-11-20T09:00', '', 'amanhã']) {
      const refused = await send('post', `${path}/snooze`, { snooze: 'at', until })
      assert.property(refused.flashMessage('inputErrorsBag'), 'until')
    }
    assert.equal((await conversation.refresh()).status, 'open')
  })
})

test.group('The person beside the conversation', (group) => {
  group.each.setup(cleanScene)

  test('recruiters see the interviews and act on them there; agents do not', async ({
    client,
    assert,
  }) => {
    const { contact, path } = await aConversation()
    const interview = await anInterview({ candidateId: contact.id })
    const agent = await client.get(path).loginAs(await aUser('agent'))
    assert.notInclude(agent.text(), 'Entrevista técnica</a>')
    assert.notInclude(agent.text(), `/contacts/${contact.id}"`)

    const recruiter = await aUser()
    const page = (await client.get(path).loginAs(recruiter)).text()
    for (const act of ['confirmation', 'cancellation', '?_method=PATCH']) {
      assert.match(page, new RegExp(`/interviews/${interview.id}/?${act.replace('?', '\\?')}`))
    }
    assert.include(page, `/interviews/new?candidate_id=${contact.id}`)

    const back = (method: 'post', url: string, fields: object) =>
      client[method](url)
        .loginAs(recruiter)
        .withCsrfToken()
        .header('referer', path)
        .form(fields)
        .redirects(0)
    const confirmed = await back('post', `/interviews/${interview.id}/confirmation`, {})
    confirmed.assertHeader('location', path)
    const cancelled = await back('post', `/interviews/${interview.id}/cancellation`, { stay: '1' })
    cancelled.assertHeader('location', path)
    assert.equal((await Interview.findOrFail(interview.id)).status, 'cancelled')
  })

  test('the contact’s page opens the conversation, also with who never wrote', async ({
    client,
    assert,
  }) => {
    const { candidateId } = await anInterview()
    const recruiter = await aUser()
    const send = form(client, recruiter)
    const opened = await send('post', '/conversations', { contact_id: candidateId })
    const { id } = await Conversation.firstOrFail()
    opened.assertHeader('location', `/conversations/${id}`)
    await send('post', '/conversations', { contact_id: candidateId })
    assert.lengthOf(await Conversation.all(), 1)
    const page = await client.get(`/conversations/${id}`).loginAs(recruiter)
    page.assertTextIncludes('Aviso de agendamento')
  })
})
