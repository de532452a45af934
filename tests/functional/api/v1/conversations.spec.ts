import Conversation from '#messages/models/conversation'
import Message from '#messages/models/message'
import Team from '#conversations/models/team'
import User from '#users/models/user'
import { sendReply } from '#conversations/send_reply'
import { apiAs, type Api } from '#tests/api_v1'
import { aConversation, hears, withOwnNumbers } from '#tests/functional/conversations/scene'
import { aCandidate, accepted, aUser, cleanScene, dispatch, NOW, stopClockAt } from '#tests/scene'
import whatsapp from '#whatsapp/services/main'
import { test } from '@japa/runner'

const aBruno = () =>
  aUser('agent', { fullName: 'Bruno Fictício', email: 'bruno@demo.convoca.test' })

test.group('API: conversations', (group) => {
  let api: Api
  group.each.setup(cleanScene)
  group.each.setup(async () => {
    api = await apiAs('agent')
  })

  const idsAt = async (query: string) =>
    (await api.get(`/conversations?${query}`)).body.data.map(({ id }: any) => id)

  test('they are listed with the latest activity first, filtered and paged', async ({ assert }) => {
    const { conversation: ana } = await aConversation()
    const caio = await aCandidate({ name: 'Caio Exemplo', phone: '+5511900000002' })
    await hears(caio, 'Onde fica?', { at: NOW.plus({ minutes: 5 }) })
    const bia = await Conversation.findByOrFail({ contactId: caio.id })
    const agent = await User.findByOrFail('role', 'agent')
    await Conversation.change(ana.id, (one) => one.assign(agent.id).resolve())

    assert.deepEqual(await idsAt(''), [bia.id, ana.id])
    assert.deepEqual(await idsAt('status=resolved'), [ana.id])
    assert.deepEqual(await idsAt(`assignee_id=${agent.id}`), [ana.id])
    assert.deepEqual(await idsAt(`contact_id=${caio.id}`), [bia.id])
    assert.deepEqual(await idsAt('sender=other'), [])
    const first = await api.get('/conversations?limit=1')
    assert.deepEqual(await idsAt(`limit=1&cursor=${first.body.next_cursor}`), [ana.id])
    for (const query of ['status=lost', 'assignee_id=x', 'limit=0', 'cursor=x']) {
      assert.equal((await api.get(`/conversations?${query}`)).status, 422)
    }
    const { body } = await api.get(`/conversations/${bia.id}`)
    assert.include(body, { contact_name: 'Caio Exemplo', unread_count: 1, status: 'open' })
    assert.equal((await api.get('/conversations/999')).status, 404)
  })

  test('a program reads what was said and answers, once for each key', async ({ assert }) => {
    const { conversation } = await aConversation()
    const path = `/conversations/${conversation.id}/messages`
    const [heard] = (await api.get(path)).body.data
    assert.include(heard, { direction: 'inbound', body: 'Posso levar meu cachorro?' })

    const key = { 'Idempotency-Key': 'answer-1' }
    const sent = await api.post(path, { text: 'Pode!' }, key)
    const again = await api.post(path, { text: 'Pode!' }, key)
    assert.equal(sent.status, 201)
    assert.equal(sent.headers.get('location'), `/api/v1/messages/${sent.body.id}`)
    assert.deepEqual(again.body, sent.body)
    assert.equal(again.headers.get('idempotency-replayed'), 'true')
    await dispatch()
    assert.deepEqual(
      (await accepted()).map(({ body }) => body),
      ['Pode!']
    )
    assert.equal((await api.post(path, { text: ' ' })).status, 422)
  })

  test('a program sends a place, a card or a reaction where the number can', async ({ assert }) => {
    const { conversation } = await aConversation()
    const heard = await Message.firstOrFail()
    const path = `/conversations/${conversation.id}/messages`
    const location = { latitude: -23.56, longitude: -46.65, name: 'Empresa Exemplo' }
    const contacts = [{ name: 'Rita Demonstração', phones: ['(11) 90000-0009'] }]
    const reaction = { message_id: heard.id, emoji: '👍' }
    assert.equal((await api.post(path, { contacts })).status, 422)
    assert.equal((await api.post(path, { reaction })).body.errors[0].field, 'reaction')

    const { capabilities } = whatsapp.use()
    Object.assign(capabilities, { contacts: true, reactions: true })
    try {
      const sent = []
      for (const body of [{ location }, { contacts }, { reaction }]) {
        const answer = await api.post(path, body)
        assert.equal(answer.status, 201)
        sent.push((await Message.findOrFail(answer.body.id)).content)
      }
      assert.deepEqual(sent, [
        { location },
        { contacts: [{ name: 'Rita Demonstração', phones: ['+5511900000009'] }] },
        { reaction: { emoji: '👍', to: heard.providerMessageId! } },
      ])
      for (const [field, body] of Object.entries({
        'text': {},
        'location': { text: 'Aqui', location },
        'location.latitude': { location: { ...location, latitude: 91 } },
        'contacts.0.phones.0': { contacts: [{ name: 'Rita', phones: ['12'] }] },
        'reaction.emoji': { reaction: { ...reaction, emoji: 'ok' } },
        'reaction': { reaction: { ...reaction, message_id: 999 } },
      })) {
        const { status, body: problem } = await api.post(path, body)
        assert.equal(status, 422)
        assert.equal(problem.errors[0].field, field)
      }
    } finally {
      Object.assign(capabilities, { contacts: false, reactions: false })
    }
  })

  test('who has not seen a colleague’s answer is refused, unless they say nothing of what they saw', async ({
    assert,
  }) => {
    const { conversation } = await aConversation()
    const path = `/conversations/${conversation.id}/messages`
    const seen = (await Message.firstOrFail()).id
    const answer = await sendReply(
      conversation.id,
      { text: 'Pode' },
      { by: await aBruno(), requestKey: 'b' }
    )
    const late = await api.post(path, { text: 'Não', last_seen_message_id: seen })
    assert.equal(late.status, 409)
    assert.include(late.body, { type: '/problems/answered_meanwhile', message_id: answer!.id })
    assert.equal(
      (await api.post(path, { text: 'Não', last_seen_message_id: answer!.id })).status,
      201
    )
    assert.equal((await api.post(path, { text: 'Talvez' })).status, 201)
  })

  test('a message for later says when it leaves', async ({ assert }) => {
    const { conversation } = await aConversation()
    const path = `/conversations/${conversation.id}/messages`
    const sendAt = '2026-11-20T13:00:00-03:00'
    const { body, status } = await api.post(path, { text: 'Viu?', send_at: sendAt })
    assert.equal(status, 201)
    assert.include(body, { status: 'queued', send_at: '2026-11-20T16:00:00.000Z' })
    for (const wrong of ['2026-11-19T13:00:00-03:00', '2026-12-01', 'amanhã']) {
      const refused = await api.post(path, { text: 'Viu?', send_at: wrong })
      assert.equal(refused.status, 422)
      assert.equal(refused.body.errors[0].field, 'send_at')
    }
  })

  test('outside the 24 hours free text is refused with the reason', async ({ assert, cleanup }) => {
    const { conversation } = await aConversation()
    cleanup(withOwnNumbers())
    const before = await api.get(`/conversations/${conversation.id}`)
    assert.equal(before.body.window_closes_at, '2026-11-21T13:00:00.000Z')
    stopClockAt(NOW.plus({ hours: 25 }))
    const token = await apiAs('agent')
    const refused = await token.post(`/conversations/${conversation.id}/messages`, { text: 'oi' })
    assert.equal(refused.status, 422)
    assert.include(refused.body.errors[0], { field: 'text', rule: 'template' })
  })

  test('it is given to a team, to a person, to nobody', async ({ assert }) => {
    const { conversation } = await aConversation()
    const bruno = await aBruno()
    const team = await Team.form({ name: 'Loja Centro', memberIds: [bruno.id] })
    const path = `/conversations/${conversation.id}/assignee`
    const put = (body: object) => api.call('PUT', path, { body })
    assert.include((await put({ team_id: team.id })).body, { team_id: team.id, assignee_id: null })
    const taken = await put({ assignee_id: bruno.id })
    assert.include(taken.body, { team_id: team.id, assignee_id: bruno.id })
    const freed = await put({ assignee_id: null, team_id: null })
    assert.include(freed.body, { team_id: null, assignee_id: null })
    assert.equal((await put({ assignee_id: 999 })).status, 422)
    assert.equal((await put({ team_id: 999 })).status, 422)

    const { body } = await api.get('/teams')
    assert.deepEqual(body.data, [{ id: team.id, name: 'Loja Centro', member_ids: [bruno.id] }])
    assert.deepEqual(await idsAt(`team_id=${team.id}`), [])
  })

  test('it is resolved, snoozed, opened and left waiting', async ({ assert }) => {
    const { conversation } = await aConversation()
    const put = (body: object) =>
      api.call('PUT', `/conversations/${conversation.id}/status`, { body })
    for (const status of ['resolved', 'open', 'waiting']) {
      assert.include((await put({ status })).body, { status, snoozed_until: null })
    }
    const snoozed = await put({ status: 'snoozed', snoozed_until: '2026-11-23T09:00:00-03:00' })
    assert.include(snoozed.body, { status: 'snoozed', snoozed_until: '2026-11-23T12:00:00.000Z' })
    for (const wrong of [{}, { snoozed_until: '2026-11-01T09:00:00-03:00' }]) {
      const refused = await put({ status: 'snoozed', ...wrong })
      assert.equal(refused.body.errors[0].field, 'snoozed_until')
    }
    assert.equal((await put({ status: 'asleep' })).status, 422)
  })

  test('notes are written once for each key and name whom they call', async ({ assert }) => {
    const { conversation } = await aConversation()
    const bruno = await aBruno()
    const path = `/conversations/${conversation.id}/notes`
    const key = { 'Idempotency-Key': 'note-1' }
    const written = await api.post(path, { body: '@Bruno, vê isso?' }, key)
    await api.post(path, { body: '@Bruno, vê isso?' }, key)
    assert.equal(written.status, 201)
    assert.deepEqual(written.body.mentioned_ids, [bruno.id])
    const { body } = await api.get(path)
    assert.deepEqual(body.data, [written.body])
    assert.equal((await api.post(path, { body: '' })).status, 422)
    assert.equal((await api.get('/conversations/999/notes')).status, 404)
  })
})

test.group('API: consent', (group) => {
  group.each.setup(cleanScene)

  test('what a person accepts is read and recorded with how it is known', async ({ assert }) => {
    const api = await apiAs('recruiter')
    const { id } = await aCandidate()
    const path = `/contacts/${id}/consent`
    assert.include((await api.get(path)).body, { accepts: 'everything', decided_at: null })
    const said = { accepts: 'own_interviews', reason: 'pediu por telefone' }
    const { body } = await api.call('PUT', path, { body: said })
    assert.include(body, { ...said, source: 'api' })
    assert.deepEqual((await api.get(path)).body, body)
    assert.equal((await api.call('PUT', path, { body: { accepts: 'all' } })).status, 422)
    assert.equal((await api.get('/contacts/999/consent')).status, 404)
  })
})
