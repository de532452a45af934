import Mention from '#conversations/models/mention'
import Note from '#conversations/models/note'
import Message from '#messages/models/message'
import { writeNote } from '#conversations/write_note'
import { aConversation, hears } from '#tests/functional/conversations/scene'
import { aUser, cleanScene, dispatch, simulator, stopClockAt, NOW } from '#tests/scene'
import { test } from '@japa/runner'

const aBruno = () =>
  aUser('agent', { fullName: 'Bruno Fictício', email: 'bruno@demo.convoca.test' })

test.group('Internal notes', (group) => {
  group.each.setup(cleanScene)

  test('a note stands in the thread and goes to nobody', async ({ client, assert }) => {
    const { path, contact } = await aConversation()
    const rita = await aUser('agent')
    const form = { note: 'Já pediu duas vezes <b>', request_key: 'page 1' }
    for (let times = 0; times < 2; times += 1) {
      const response = await client.post(`${path}/notes`).loginAs(rita).withCsrfToken().form(form)
      response.assertStatus(200)
    }
    stopClockAt(NOW.plus({ minutes: 1 }))
    await hears(contact, 'E o horário?', { at: NOW.plus({ minutes: 1 }) })
    await dispatch()

    assert.lengthOf(await Note.all(), 1)
    assert.isEmpty(await Message.query().where('direction', 'outbound'))
    assert.isEmpty(await simulator<unknown[]>('GET', 'requests'))
    const page = (await client.get(path).loginAs(rita)).text()
    const order = ['Posso levar meu cachorro?', 'Já pediu duas vezes &lt;b&gt;', 'E o horário?']
    const places = order.map((words) => page.lastIndexOf(words))
    assert.isTrue(places.every((place) => place > 0))
    assert.deepEqual(
      places,
      places.toSorted((one, other) => one - other)
    )
    assert.include(page, 'Nota interna')
  })

  test('whoever is named sees it on Hoje and in Conversas until they open the conversation', async ({
    client,
    assert,
  }) => {
    const { conversation, path } = await aConversation()
    const bruno = await aBruno()
    const rita = await aUser('recruiter')
    await writeNote(conversation.id, '@bruno ficticio, e @Rita: quem liga?', {
      by: bruno,
      requestKey: 'one',
    })
    assert.deepEqual(
      (await Mention.all()).map(({ userId }) => userId),
      [rita.id]
    )
    for (const page of ['/', '/conversations']) {
      const response = await client.get(page).loginAs(rita)
      response.assertTextIncludes('Mencionaram você')
      response.assertTextIncludes('Bruno, sobre Ana Exemplo')
    }
    const others = await client.get('/conversations').loginAs(bruno)
    assert.notInclude(others.text(), 'Mencionaram você')

    await client.get(path).loginAs(bruno)
    assert.lengthOf(await Mention.unseenBy(rita), 1)
    await client.get(path).loginAs(rita)
    assert.isEmpty(await Mention.unseenBy(rita))
    assert.notInclude((await client.get('/').loginAs(rita)).text(), 'Mencionaram você')
  })

  test('on the pages of a long thread each note stands on one', async ({ client, assert }) => {
    const { conversation, contact, path } = await aConversation()
    const rita = await aUser('agent')
    for (let n = 1; n <= 90; n += 1) {
      await hears(contact, `mensagem ${n}`, { at: NOW.plus({ seconds: n }) })
      if (n % 30 !== 0) continue
      stopClockAt(NOW.plus({ seconds: n, milliseconds: 500 }))
      await writeNote(conversation.id, `nota ${n}.`, { by: rita, requestKey: `n ${n}` })
    }
    const shown: string[] = []
    let next: string | undefined = path
    while (next) {
      const page: string = (await client.get(next).loginAs(rita)).text()
      shown.push(...[...page.matchAll(/nota \d+\./g)].map(([note]) => note))
      next = page.match(/href="([^"]*before=[^"]*)"/)?.[1].replaceAll('&amp;', '&')
    }
    assert.deepEqual(shown.toSorted(), ['nota 30.', 'nota 60.', 'nota 90.'])
  })

  test('an empty note is none, and a very long one says so', async ({ client, assert }) => {
    const { path } = await aConversation()
    const rita = await aUser('agent')
    for (const note of ['  ', 'x'.repeat(4001)]) {
      const response = await client
        .post(`${path}/notes`)
        .loginAs(rita)
        .withCsrfToken()
        .form({ note, request_key: 'p' })
        .redirects(0)
      assert.property(response.flashMessage('inputErrorsBag'), 'note')
    }
    assert.isEmpty(await Note.all())
  })

  test('who is anonymised leaves no note behind', async ({ assert }) => {
    const { contact, conversation } = await aConversation()
    await aUser('agent', { fullName: 'Zoé Teste', email: 'zoe@demo.convoca.test' })
    const by = await aBruno()
    await writeNote(conversation.id, '@Zoe a Ana mora longe', { by, requestKey: 'one' })
    assert.lengthOf(await Mention.all(), 1)
    await (await contact.refresh()).anonymise()
    assert.isEmpty(await Note.all())
    assert.isEmpty(await Mention.all())
  })
})
