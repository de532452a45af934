import Message from '#messages/models/message'
import { aUser, cleanScene } from '#tests/scene'
import { aConversation, hears } from '#tests/functional/conversations/scene'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'

const BIA = { name: 'Bia Exemplo', phone: '+5511900000002' }

test.group('Searching conversations', (group) => {
  group.each.setup(cleanScene)

  const searcher = async (client: ApiClient) => {
    const user = await aUser('agent')
    return async (q: string) => {
      const response = await client.get('/conversations').qs({ q }).loginAs(user)
      response.assertStatus(200)
      return ['Ana', 'Bia'].filter((name) => response.text().includes(`${name} Exemplo</strong>`))
    }
  }

  test('finds what was said, however it is written, and shows where', async ({
    client,
    assert,
  }) => {
    const { contact } = await aConversation({}, 'Há ESTACIONAMENTO próximo? 12h30')
    await hears(contact, 'Outra coisa')
    await aConversation(BIA, 'Levo o portfólio')
    const search = await searcher(client)
    assert.deepEqual(await search('estacionamento'), ['Ana'])
    assert.deepEqual(await search('proximo ESTAC'), ['Ana'])
    assert.deepEqual(await search('12h30'), ['Ana'])
    assert.deepEqual(await search('portfolio'), ['Bia'])
    assert.isEmpty(await search('estacionamento portfolio'))
    assert.isEmpty(await search('cionamento'))
    const page = await client.get('/conversations?q=estacionamento').loginAs(await aUser('admin'))
    page.assertTextIncludes('Há ESTACIONAMENTO próximo?')
  })

  test('finds people by name and number', async ({ client, assert }) => {
    await aConversation()
    await aConversation(BIA)
    const search = await searcher(client)
    assert.deepEqual(await search('bia'), ['Bia'])
    assert.deepEqual(await search('900000001'), ['Ana'])
    assert.lengthOf(await search('exemplo'), 2)
  })

  test('anything typed is a search, and nothing breaks it', async ({ client, assert }) => {
    await aConversation()
    const search = await searcher(client)
    for (const q of [
      '"',
      "'; --",
      '*',
      'a AND (',
      'NEAR(a b)',
      '\u0000',
      '🐶',
      '%',
      'x:*',
      '-',
      'é',
    ]) {
      assert.isArray(await search(q))
    }
  })

  test('forgets what was anonymised', async ({ client, assert }) => {
    const { contact } = await aConversation({}, 'Moro na rua tal')
    const search = await searcher(client)
    assert.deepEqual(await search('moro'), ['Ana'])
    await contact.anonymise()
    const response = await client.get('/conversations?q=moro').loginAs(await aUser('admin'))
    response.assertTextIncludes('Nada com')
    assert.equal((await Message.firstOrFail()).body, '')
  })
})
