import Team from '#conversations/models/team'
import { scheduleReply } from '#conversations/schedule_reply'
import { sendReply } from '#conversations/send_reply'
import Message from '#messages/models/message'
import { appUrl } from '#config/app'
import { aConversation, hears } from '#tests/functional/conversations/scene'
import { aCandidate, aUser, cleanScene, NOW, stopClockAt } from '#tests/scene'
import Conversation from '#messages/models/conversation'
import transmit from '@adonisjs/transmit/services/main'
import { test } from '@japa/runner'

const aBruno = () =>
  aUser('agent', { fullName: 'Bruno Fictício', email: 'bruno@demo.convoca.test' })

const replies = () => Message.query().where('kind', 'reply').orderBy('id')

const seenOn = (page: string) => page.match(/name="seen" value="(\d+)"/)![1]

test.group('Two who answer the same person', (group) => {
  group.each.setup(cleanScene)

  test('who looked before the other answered is asked, and may send all the same', async ({
    client,
    assert,
  }) => {
    const { conversation, path } = await aConversation()
    const [rita, bruno] = [await aUser('agent'), await aBruno()]
    const seen = seenOn((await client.get(path).loginAs(rita)).text())
    await sendReply(conversation.id, { text: 'Pode sim!' }, { by: bruno, requestKey: 'b' })

    stopClockAt(NOW.plus({ seconds: 5 }))
    const form = { _form: 'reply', text: 'Não pode.', request_key: 'page 1', seen }
    const asked = await client
      .post(`${path}/messages`)
      .loginAs(rita)
      .withCsrfToken()
      .header('referer', `${appUrl}${path}`)
      .form(form)
      .redirects(0)
    assert.deepInclude(asked.flashMessage('errorsBag'), {
      answered_meanwhile: 'Bruno respondeu há 5 s. Enviar mesmo assim?',
    })
    assert.lengthOf(await replies(), 1)

    const page = await client
      .get(path)
      .loginAs(rita)
      .header('accept', 'text/html')
      .withFlashMessages(asked.flashMessages() as any)
    page.assertTextIncludes('Enviar mesmo assim')
    assert.match(page.text(), /name="text"[^\n]*>\nNão pode\./)
    const again = { ...form, seen: seenOn(page.text()), request_key: 'page 2' }
    await client.post(`${path}/messages`).loginAs(rita).withCsrfToken().form(again)
    assert.deepEqual(
      (await replies()).map(({ body }) => body),
      ['Pode sim!', 'Não pode.']
    )
  })

  test('of two who send at the same moment one is asked', async ({ assert }) => {
    const { conversation } = await aConversation()
    const [rita, bruno] = [await aUser('agent'), await aBruno()]
    const seen = (await Message.firstOrFail()).id
    const sent = await Promise.allSettled(
      [rita, bruno].map((by) =>
        sendReply(conversation.id, { text: by.fullName }, { by, requestKey: by.email, seen })
      )
    )
    assert.deepEqual(sent.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    assert.lengthOf(await replies(), 1)
  })

  test('one’s own answer, a new word of the person and a page that says nothing ask nothing', async ({
    assert,
  }) => {
    const { conversation, contact } = await aConversation()
    const rita = await aUser('agent')
    const seen = (await Message.firstOrFail()).id
    await hears(contact, 'Oi?', { at: NOW })
    for (const [n, known] of [seen, seen, undefined, null].entries()) {
      const sent = { by: rita, requestKey: `r ${n}`, seen: known }
      await sendReply(conversation.id, { text: `resposta ${n}` }, sent)
    }
    assert.lengthOf(await replies(), 4)
  })

  test('what a colleague plans for later hides nothing that was said before', async ({
    assert,
  }) => {
    const { conversation } = await aConversation()
    const [rita, bruno] = [await aUser('agent'), await aBruno()]
    const seen = (await Message.firstOrFail()).id
    await sendReply(conversation.id, { text: 'Pode sim!' }, { by: bruno, requestKey: 'b' })
    const later = { text: 'Até amanhã!', sendAt: NOW.plus({ hours: 2 }), zone: 'America/Sao_Paulo' }
    await scheduleReply(conversation.id, later, { by: bruno, requestKey: 'later' })
    await assert.rejects(() =>
      sendReply(conversation.id, { text: 'Não pode.' }, { by: rita, requestKey: 'r', seen })
    )
    assert.lengthOf(await replies(), 2)
  })

  test('who looks or types says so to the others, and nothing is kept', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { conversation, path } = await aConversation()
    const rita = await aUser('agent')
    const heard: unknown[] = []
    const listen = ({ channel, payload }: { channel: string; payload: unknown }) =>
      channel.startsWith('conversations/') && heard.push([channel, payload])
    cleanup(transmit.on('broadcast', listen))
    for (const state of ['looking', 'typing', 'gone', 'dancing']) {
      const response = await client
        .post(`${path}/presence`)
        .loginAs(rita)
        .withCsrfToken()
        .accept('json')
        .form({ state })
      response.assertStatus(state === 'dancing' ? 422 : 204)
    }
    const channel = `conversations/${conversation.id}/presence`
    assert.deepEqual(
      heard,
      ['looking', 'typing', 'gone'].map((state) => [channel, { id: rita.id, name: 'Rita', state }])
    )
  })
})

test.group('Teams', (group) => {
  group.each.setup(cleanScene)

  test('an admin forms, changes and dissolves them; their conversations go on', async ({
    client,
    assert,
  }) => {
    const [admin, bruno] = [await aUser('admin'), await aBruno()]
    const send = (method: string, path: string, form = {}) =>
      client
        .request(`/settings/teams${path}`, method)
        .loginAs(admin)
        .withCsrfToken()
        .form(form)
        .redirects(0)
    await send('POST', '', { 'name': 'Loja Centro', 'members[]': [bruno.id, admin.id] })
    const team = await Team.query().preload('members').firstOrFail()
    assert.sameMembers(
      team.members.map(({ id }) => id),
      [bruno.id, admin.id]
    )
    const list = await client.get('/settings/teams').loginAs(admin)
    list.assertTextIncludes('Bruno Fictício')
    const twice = await send('POST', '', { name: 'loja centro' })
    assert.property(twice.flashMessage('inputErrorsBag'), 'name')
    await send('PATCH', `/${team.id}`, { 'name': 'Centro', 'members[]': [bruno.id] })
    await team.refresh()
    assert.equal(team.name, 'Centro')
    assert.lengthOf(await team.related('members').query(), 1)

    const { conversation } = await aConversation()
    await Conversation.change(conversation.id, (one) => one.assignTeam(team.id))
    await send('DELETE', `/${team.id}`)
    assert.isEmpty(await Team.all())
    await conversation.refresh()
    assert.isNull(conversation.teamId)
  })

  test('a conversation is given to a team, found by it, and taken by who answers', async ({
    client,
    assert,
  }) => {
    const { conversation, path } = await aConversation()
    const other = await aCandidate({ name: 'Caio Exemplo', phone: '+5511900000002' })
    await hears(other, 'Onde fica?')
    const [rita, bruno] = [await aUser('agent'), await aBruno()]
    await Conversation.change(conversation.id, (one) => one.assign(rita.id))
    const team = await Team.form({ name: 'Loja Centro', memberIds: [bruno.id] })
    await client.put(`${path}/team`).loginAs(rita).withCsrfToken().form({ team_id: team.id })
    await conversation.refresh()
    assert.include(conversation.$attributes, { teamId: team.id, assigneeId: null })

    const list = (await client.get(`/conversations?team=${team.id}`).loginAs(rita)).text()
    assert.include(list, `row-${conversation.id}"`)
    assert.equal(list.match(/id="row-/g)!.length, 1)

    await sendReply(conversation.id, { text: 'oi' }, { by: bruno, requestKey: 'b' })
    await conversation.refresh()
    assert.include(conversation.$attributes, { teamId: team.id, assigneeId: bruno.id })
    assert.include((await client.get(path).loginAs(rita)).text(), 'equipe Loja Centro')
    const wrong = await client
      .put(`${path}/team`)
      .loginAs(rita)
      .withCsrfToken()
      .form({ team_id: 999 })
      .redirects(0)
    assert.property(wrong.flashMessage('inputErrorsBag'), 'team_id')
  })
})
