import type Contact from '#contacts/models/contact'
import Conversation from '#messages/models/conversation'
import Message from '#messages/models/message'
import {
  accepted,
  aUser,
  cleanScene,
  deliverCallbacks,
  dispatch,
  NOW,
  stopClockAt,
  writes,
} from '#tests/scene'
import { aConversation, hears, withOwnNumbers } from '#tests/functional/conversations/scene'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'

const answer = (contact: Contact, attributes: object) =>
  Message.create({
    uuid: crypto.randomUUID(),
    direction: 'outbound',
    kind: 'reply',
    status: 'delivered',
    contactId: contact.id,
    sender: 'twilio',
    provider: 'twilio',
    address: contact.phone!,
    body: '',
    priority: 0,
    sentAt: NOW,
    ...attributes,
  })

test.group('A conversation', (group) => {
  group.each.setup(cleanScene)

  test('opening it reads it', async ({ client, assert }) => {
    const { conversation, path } = await aConversation()
    const response = await client.get(path).loginAs(await aUser('agent'))
    response.assertTextIncludes('Posso levar meu cachorro?')
    await conversation.refresh()
    assert.include(conversation.$attributes, { unreadCount: 0, status: 'open' })
  })

  test('what the team writes rings on the phone, and the thread shows how far it came', async ({
    client,
    assert,
  }) => {
    await writes('Posso levar meu cachorro?', '+5511900000009')
    const conversation = await Conversation.firstOrFail()
    const path = `/conversations/${conversation.id}`
    const agent = await aUser('agent')
    const form = { text: 'Pode *sim*! 🐶', request_key: 'page 1' }
    const sent = await client
      .post(`${path}/messages`)
      .loginAs(agent)
      .withCsrfToken()
      .form(form)
      .redirects(0)
    sent.assertHeader('location', path)
    await dispatch()
    assert.deepEqual(
      (await accepted()).map(({ body }) => body),
      ['Pode *sim*! 🐶']
    )
    await deliverCallbacks()
    const page = (await client.get(path).loginAs(agent)).text()
    assert.include(page, 'Pode <strong>sim</strong>! 🐶')
    assert.include(page, 'Rita Demonstração')
    assert.match(page, /data-status="(delivered|read)"/)
    await conversation.refresh()
    assert.include(conversation.$attributes, { status: 'waiting', assigneeId: agent.id })

    await hears(await conversation.related('contact').query().firstOrFail(), 'E dois cachorros?')
    await conversation.refresh()
    assert.include(conversation.$attributes, { status: 'open', unreadCount: 1 })
  })

  test('a double click sends once', async ({ client, assert }) => {
    const { path } = await aConversation()
    const agent = await aUser('agent')
    const send = (text: string, page = 'page 1') =>
      client
        .post(`${path}/messages`)
        .loginAs(agent)
        .withCsrfToken()
        .form({ text, request_key: page })
        .redirects(0)
    await Promise.all([send('Pode sim'), send('Pode sim')])
    assert.lengthOf(await Message.query().where('kind', 'reply'), 1)
    await send('Pode sim', 'page 2')
    assert.lengthOf(await Message.query().where('kind', 'reply'), 2)
  })

  test('an empty text and one too long are not sent, and stay in the field', async ({
    client,
    assert,
  }) => {
    const { path } = await aConversation()
    const agent = await aUser('agent')
    for (const text of ['', 'a'.repeat(1601)]) {
      const refused = await client
        .post(`${path}/messages`)
        .loginAs(agent)
        .withCsrfToken()
        .header('referer', path)
        .form({ text, request_key: 'page 1' })
        .redirects(0)
      assert.property(refused.flashMessage('inputErrorsBag'), 'text')
      assert.equal(refused.flashMessage('text') ?? '', text)
    }
    assert.isEmpty(await Message.query().where('kind', 'reply'))
  })

  test('shows files, places, contacts, choices and what was tapped, quotes and reactions', async ({
    client,
    assert,
  }) => {
    const { contact, path } = await aConversation()
    const media = [
      { kind: 'document' as const, contentType: 'application/pdf', filename: 'cv.pdf' },
    ]
    await hears(contact, '', { content: { media } })
    await hears(contact, '', { content: { location: { latitude: -23.5, longitude: -46.6 } } })
    const card = { name: 'Caio Exemplo', phones: ['+5511900000003'] }
    await hears(contact, '', { content: { contacts: [card] } })
    const buttons = [
      { id: 'yes', title: 'Quero' },
      { id: 'no', title: 'Agora não' },
    ]
    await answer(contact, {
      body: 'Quer visitar?',
      providerMessageId: 'SMask',
      content: { buttons },
    })
    await hears(contact, 'Quero', { repliedTo: 'SMask', payload: 'yes' })
    await hears(contact, '', { content: { reaction: { emoji: '👍', to: 'SMask' } } })
    await hears(contact, '', { content: { unsupported: 'order' } })

    const page = (await client.get(path).loginAs(await aUser('agent'))).text()
    for (const text of ['Documento: cv.pdf', 'Localização', 'Caio Exemplo', 'Agora não']) {
      assert.include(page, text)
    }
    assert.match(page, /data-tapped[^]*?Quero/)
    assert.match(page, /bubble-quote[^]*?Quer visitar\?/)
    assert.match(page, /bubble-reactions[^]*?👍/)
    assert.notInclude(page, 'Reagiu com')
    assert.include(page, 'Mensagem de um tipo que ainda não mostramos')
  })

  test('holds only what was written from and to that number', async ({ client, assert }) => {
    const { contact, path } = await aConversation()
    await answer(contact, { body: 'De outro número', sender: 'other' })
    const page = (await client.get(path).loginAs(await aUser('agent'))).text()
    assert.notInclude(page, 'De outro número')
  })

  test('older messages are pages before it', async ({ client, assert }) => {
    const { contact, path } = await aConversation({}, 'mensagem 100')
    for (let n = 101; n < 145; n += 1) await hears(contact, `mensagem ${n}`)
    const agent = await aUser('agent')
    const latest = (await client.get(path).loginAs(agent)).text()
    const inThread = (page: string) =>
      page.slice(page.indexOf('thread-scroll')).match(/mensagem \d+/g)
    assert.lengthOf(inThread(latest)!, 40)
    assert.equal(inThread(latest)!.at(-1), 'mensagem 144')
    const earlier = latest.match(/thread-earlier"><a href="([^"]+)"/)![1].replaceAll('&amp;', '&')
    const before = (await client.get(earlier).loginAs(agent)).text()
    assert.deepEqual(
      inThread(before),
      [100, 101, 102, 103, 104].map((n) => `mensagem ${n}`)
    )
  })

  test('what did not go out says why and is tried again, once', async ({ client, assert }) => {
    const { contact, path } = await aConversation()
    const agent = await aUser('agent')
    const failed = await answer(contact, {
      body: 'Pode sim',
      status: 'failed',
      reason: 'not_delivered',
      authorId: agent.id,
    })
    const page = (await client.get(path).loginAs(agent)).text()
    assert.include(page, 'não conseguiu entregá-la agora')
    assert.include(page, 'Tentar de novo')
    const retry = () =>
      client.post(`${path}/messages/${failed.id}/retry`).loginAs(agent).withCsrfToken().redirects(0)
    await retry()
    const again = await Message.findByOrFail({ dedupeKey: `resend:${failed.id}` })
    assert.include(again.$attributes, { body: 'Pode sim', kind: 'reply', authorId: agent.id })
    assert.notInclude((await client.get(path).loginAs(agent)).text(), 'Tentar de novo')
    assert.property((await retry()).flashMessage('errorsBag'), 'already_resent')
  })

  test('a file goes with the words, and one WhatsApp does not take is refused', async ({
    client,
    assert,
  }) => {
    const { path } = await aConversation()
    const agent = await aUser('agent')
    const attach = (filename: string, contentType: string) =>
      client
        .post(`${path}/messages`)
        .loginAs(agent)
        .withCsrfToken()
        .header('referer', path)
        .fields({ text: '', request_key: filename })
        .file('file', Buffer.from('%PDF-1.4 exemplo'), { filename, contentType })
        .redirects(0)
    await attach('mapa.pdf', 'application/pdf')
    const [message] = await Message.query().where('kind', 'reply')
    assert.include(message.content!.media![0], { kind: 'document', filename: 'mapa.pdf' })
    assert.equal(message.body, '')
    const page = (await client.get(path).loginAs(agent)).text()
    assert.include(page, `href="/media/${message.content!.media![0].file}"`)

    const refused = await attach('virus.exe', 'application/x-msdownload')
    assert.property(refused.flashMessage('inputErrorsBag'), 'file')
  })

  test('an agent does not send again what speaks of an interview, nor from another thread', async ({
    client,
  }) => {
    const { path } = await aConversation()
    const other = await aConversation({ name: 'Bia Exemplo', phone: '+5511900000002' })
    const strange = await answer(other.contact, { status: 'failed', reason: 'rejected' })
    const agent = await aUser('agent')
    const response = await client
      .post(`${path}/messages/${strange.id}/retry`)
      .loginAs(agent)
      .withCsrfToken()
    response.assertStatus(404)
  })
})

test.group('Who may be written to', (group) => {
  group.each.setup(cleanScene)

  test('says when free text ends, and refuses it after', async ({ client, assert, cleanup }) => {
    cleanup(withOwnNumbers())
    const { path } = await aConversation()
    const agent = await aUser('agent')
    const page = (await client.get(path).loginAs(agent)).text()
    assert.include(page, 'Texto livre até')
    stopClockAt(NOW.plus({ hours: 24, minutes: 1 }))
    const closed = (await client.get(path).loginAs(agent)).text()
    assert.include(closed, 'só aceita um modelo aprovado')
    assert.notInclude(closed, 'name="text"')
    const refused = await client
      .post(`${path}/messages`)
      .loginAs(agent)
      .withCsrfToken()
      .header('referer', path)
      .form({ text: 'Ainda está aí?', request_key: 'page 1' })
      .redirects(0)
    assert.property(refused.flashMessage('inputErrorsBag'), 'text')
    const kept = { text: refused.flashMessage('text') }
    const after = await client
      .get(path)
      .header('accept', 'text/html')
      .loginAs(agent)
      .withFlashMessages(kept)
    after.assertTextIncludes('Ainda está aí?')
    after.assertTextIncludes('não foi enviado')
    assert.isEmpty(await Message.query().where('kind', 'reply'))
  })

  test('not a person who declined everything', async ({ client, assert }) => {
    const { contact, path } = await aConversation()
    await db.from('contacts').where('id', contact.id).update({ accepts: 'nothing' })
    const page = (await client.get(path).loginAs(await aUser('agent'))).text()
    assert.include(page, 'pediu para não receber mensagens')
    assert.notInclude(page, 'name="text"')
  })
})
