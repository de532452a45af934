import Conversation from '#messages/models/conversation'
import MediaFile from '#media/models/media_file'
import Message from '#messages/models/message'
import { aConversation, hears } from '#tests/functional/conversations/scene'
import { accepted, aUser, cleanScene, dispatch, writes } from '#tests/scene'
import type User from '#users/models/user'
import whatsapp from '#whatsapp/services/main'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'

/** As if the provider could do so much; answers with the way back. */
function able(means: object) {
  const { capabilities } = whatsapp.use()
  const before = { ...capabilities }
  Object.assign(capabilities, means)
  return () => void Object.assign(capabilities, before)
}

const newest = () => Message.query().orderBy('id', 'desc').firstOrFail()

test.group('Reacting to what a person wrote', (group) => {
  group.each.setup(cleanScene)
  group.each.setup(() => able({ reactions: true }))

  let agent: User
  group.each.setup(async () => {
    agent = await aUser('agent')
  })

  const press = (client: ApiClient, path: string, emoji: string, page = 'page 1', id?: number) =>
    client
      .post(`${path}/messages/${id}/reaction`)
      .loginAs(agent)
      .withCsrfToken()
      .form({ emoji, request_key: page })
      .redirects(0)

  test('the emoji stands on the bubble, and is taken back', async ({ client, assert }) => {
    const { conversation, path } = await aConversation()
    const heard = await newest()
    await press(client, path, '👍', 'page 1', heard.id)
    await press(client, path, '👍', 'page 1', heard.id)
    const put = await newest()
    assert.deepEqual(put.content, { reaction: { emoji: '👍', to: heard.providerMessageId! } })
    assert.include(put.$attributes, { kind: 'reply', status: 'queued', authorId: agent.id })
    assert.lengthOf(await Message.query().where('kind', 'reply'), 1)

    const page = (await client.get(path).loginAs(agent)).text()
    assert.match(page, /Reações:<\/span> 👍/)
    assert.include(page, 'aria-label="Retirar 👍"')
    assert.include(
      (await client.get('/conversations?view=all').loginAs(agent)).text(),
      'Reagiu com 👍'
    )
    await conversation.refresh()
    assert.include(conversation.$attributes, { status: 'open', assigneeId: null })

    await press(client, path, '', 'page 2', heard.id)
    assert.isNull((await newest()).content!.reaction!.emoji)
    const after = (await client.get(path).loginAs(agent)).text()
    assert.notInclude(after, 'Reações:')
    assert.notInclude(after, 'aria-label="Retirar')
  })

  test('one that failed is said to have failed, and does not stand on the bubble', async ({
    client,
    assert,
  }) => {
    const { path } = await aConversation()
    const heard = await newest()
    await press(client, path, '🙏', 'page 1', heard.id)
    await (await newest()).merge({ status: 'failed' }).save()
    const page = (await client.get(path).loginAs(agent)).text()
    assert.notInclude(page, 'Reações:')
    assert.include(page, 'Reagiu com 🙏')
  })

  test('it is no answer: a colleague is not asked whether to answer, too', async ({
    client,
    assert,
  }) => {
    const { path } = await aConversation()
    const heard = await newest()
    await press(client, path, '👍', 'page 1', heard.id)
    const bruno = await aUser('agent', { fullName: 'Bruno Fictício', email: 'b@demo.convoca.test' })
    const form = { text: 'Pode sim', request_key: 'page 2', seen: heard.id }
    await client.post(`${path}/messages`).loginAs(bruno).withCsrfToken().form(form).redirects(0)
    assert.equal((await newest()).body, 'Pode sim')
  })

  test('words, our own messages and those of others take none', async ({ client, assert }) => {
    const { path } = await aConversation()
    const heard = await newest()
    await press(client, path, 'ok', 'page 1', heard.id)
    const other = await aConversation({ phone: '+5511900000077', name: 'Caio Exemplo' })
    await press(client, path, '👍', 'page 1', (await newest()).id)
    await press(client, other.path, '👍', 'page 1', heard.id)
    assert.lengthOf(await Message.query().where('kind', 'reply'), 0)
  })

  test('a number that cannot react offers no emoji and refuses one', async ({ client, assert }) => {
    able({ reactions: false })
    const { path } = await aConversation()
    assert.notInclude((await client.get(path).loginAs(agent)).text(), 'Reagir')
    await press(client, path, '👍', 'page 1', (await newest()).id)
    assert.lengthOf(await Message.query().where('kind', 'reply'), 0)
  })
})

test.group('Sending more than words', (group) => {
  group.each.setup(cleanScene)
  group.each.setup(() => able({ contacts: true }))

  let agent: User
  group.each.setup(async () => {
    agent = await aUser('agent')
  })

  const post = (client: ApiClient, path: string, form: object) =>
    client
      .post(path)
      .loginAs(agent)
      .withCsrfToken()
      .form({ request_key: 'page 1', ...form })
      .redirects(0)

  test('a place arrives on the phone', async ({ client, assert }) => {
    await writes('Onde fica?', '+5511900000009')
    const { id } = await Conversation.firstOrFail()
    await post(client, `/conversations/${id}/places`, {
      place_name: 'Empresa Exemplo',
      address: 'Rua do Exemplo, 1',
      coordinates: 'https://www.google.com/maps/@-23.5614,-46.6559,17z',
    })
    await dispatch()
    const [sent] = await accepted()
    assert.containsSubset((sent as any).content.location, {
      latitude: -23.5614,
      longitude: -46.6559,
      name: 'Empresa Exemplo',
      address: 'Rua do Exemplo, 1',
    })
    assert.equal((await Conversation.firstOrFail()).status, 'waiting')
  })

  test('what is no place says what to paste', async ({ client, assert }) => {
    const { path } = await aConversation()
    const form = { coordinates: 'https://maps.app.goo.gl/abc', _form: 'place' }
    const response = await post(client, `${path}/places`, form)
    response.assertFlashMessage('inputErrorsBag', {
      coordinates: [
        'Não encontramos as coordenadas. Cole “-23.5614, -46.6559” ou o link completo do mapa, com os números dentro; links curtos não servem.',
      ],
    })
    assert.lengthOf(await Message.query().where('kind', 'reply'), 0)
  })

  test('a contact card has a number that can be called', async ({ client, assert }) => {
    const { path } = await aConversation()
    await post(client, `${path}/contact_cards`, {
      card_name: 'Rita Demonstração',
      card_phone: '(11) 90000-0009',
    })
    assert.deepEqual((await newest()).content, {
      contacts: [{ name: 'Rita Demonstração', phones: ['+5511900000009'] }],
    })
    await post(client, `${path}/contact_cards`, { card_name: 'Rita', card_phone: '12' })
    assert.lengthOf(await Message.query().where('kind', 'reply'), 1)
  })

  test('a file this number does not send is not kept, and it says what it sends', async ({
    client,
    assert,
  }) => {
    const back = able({ media: ['image', 'document'] })
    const { path } = await aConversation()
    const response = await client
      .post(`${path}/messages`)
      .loginAs(agent)
      .withCsrfToken()
      .field('request_key', 'page 1')
      .file('file', Buffer.from('OggS'), { filename: 'recado.ogg', contentType: 'audio/ogg' })
      .redirects(0)
    back()
    response.assertFlashMessage('inputErrorsBag', {
      file: ['Este número não envia áudios. Ele envia imagens e documentos.'],
    })
    assert.isNull(await MediaFile.first())
  })
})

test.group('A message that was searched for', (group) => {
  group.each.setup(cleanScene)

  test('is on the page that opens, however long ago it was', async ({ client, assert }) => {
    const { contact, path } = await aConversation({}, 'Tenho um papagaio')
    const { id } = await newest()
    for (let n = 1; n <= 60; n++) await hears(contact, `Recado ${n}`)
    const agent = await aUser('agent')
    const list = (await client.get('/conversations?q=papagaio&view=all').loginAs(agent)).text()
    const [, address] = /href="([^"]*#message-\d+)"/.exec(list)!
    assert.include(address, `#message-${id}`)
    const href = address.replaceAll('&amp;', '&').replace(/#.*/, '')
    const page = (await client.get(href).loginAs(agent)).text()
    assert.match(page, new RegExp(`id="message-${id}"[^>]*data-found`))
    assert.include(page, 'Recado 9<')
    assert.notInclude(page, 'Recado 60<')
    assert.include(page, 'Voltar às mensagens mais novas')
    assert.notInclude((await client.get(path).loginAs(agent)).text(), `id="message-${id}"`)
  })
})
