import Conversation from '#messages/models/conversation'
import { aUser, cleanScene, NOW, stopClockAt } from '#tests/scene'
import { aConversation, hears } from '#tests/functional/conversations/scene'
import { test } from '@japa/runner'

const BIA = { name: 'Bia Exemplo', phone: '+5511900000002' }

test.group('The list of conversations', (group) => {
  group.each.setup(cleanScene)

  test('shows who wrote, their last words and how many nobody has read, the latest first', async ({
    client,
    assert,
  }) => {
    const { contact } = await aConversation()
    await hears(contact, 'E o meu gato?')
    stopClockAt(NOW.plus({ minutes: 5 }))
    const bia = await aConversation(BIA, 'Cheguei')
    await hears(bia.contact, 'Tem estacionamento?', { at: NOW.plus({ minutes: 6 }) })
    const page = (await client.get('/conversations').loginAs(await aUser('agent'))).text()
    assert.include(page, 'E o meu gato?')
    assert.notInclude(page, 'Posso levar meu cachorro?')
    assert.isBelow(page.indexOf('Bia Exemplo'), page.indexOf('Ana Exemplo'))
    assert.match(page, /2<span class="visually-hidden"> não lidas/)
  })

  test('each view has its own, and the address says which', async ({ client, assert }) => {
    const me = await aUser('agent')
    const { conversation } = await aConversation()
    await aConversation(BIA)
    await conversation.assign(me.id).save()
    const seen = async (view: string) => {
      const page = (await client.get(`/conversations?view=${view}`).loginAs(me)).text()
      return ['Ana', 'Bia'].filter((name) => page.includes(`${name} Exemplo`))
    }
    assert.deepEqual(await seen('mine'), ['Ana'])
    assert.deepEqual(await seen('unassigned'), ['Bia'])
    assert.deepEqual(await seen('open'), ['Ana', 'Bia'])
    assert.isEmpty(await seen('resolved'))

    await conversation.resolve().save()
    assert.deepEqual(await seen('open'), ['Bia'])
    assert.deepEqual(await seen('resolved'), ['Ana'])
    await conversation.snooze(NOW.plus({ hours: 1 })).save()
    assert.deepEqual(await seen('snoozed'), ['Ana'])
    assert.isEmpty(await seen('waiting'))
    assert.deepEqual(await seen('all'), ['Ana', 'Bia'])
    assert.deepEqual(await seen('nonsense'), ['Bia'])
  })

  test('a long list goes on where the page before ended', async ({ client, assert }) => {
    for (let n = 10; n < 45; n += 1) {
      await aConversation({ name: `Pessoa ${n} Exemplo`, phone: `+55119000000${n}` })
    }
    const user = await aUser('agent')
    const first = (await client.get('/conversations').loginAs(user)).text()
    const next = first.match(/rel="next" href="([^"]+)"/)![1].replaceAll('&amp;', '&')
    const second = (await client.get(next).loginAs(user)).text()
    const names = (page: string) => new Set(page.match(/Pessoa \d+ Exemplo/g))
    assert.equal(names(first).size, 30)
    assert.equal(names(second).size, 5)
    assert.isTrue(names(first).isDisjointFrom(names(second)))
  })

  test('many are resolved or given to somebody at once', async ({ client, assert }) => {
    const one = await aConversation()
    const other = await aConversation(BIA)
    const user = await aUser('agent')
    const both = [one.conversation.id, other.conversation.id]
    const batch = (fields: object) =>
      client.post('/conversations/batch').loginAs(user).withCsrfToken().form(fields).redirects(0)

    await batch({ act: 'assign', ids: both, assignee_id: user.id })
    for (const { assigneeId } of await Conversation.all()) assert.equal(assigneeId, user.id)
    const resolved = await batch({ act: 'resolve', ids: both })
    assert.equal(resolved.flashMessage('success'), '2 conversas resolvidas.')
    for (const { status } of await Conversation.all()) assert.equal(status, 'resolved')
    const nothing = await batch({ act: 'resolve' })
    assert.property(nothing.flashMessage('inputErrorsBag'), 'ids')
  })

  test('every page says how many wait', async ({ client, assert }) => {
    await aConversation()
    const user = await aUser()
    const waiting = (await client.get('/contacts').loginAs(user)).text()
    assert.match(waiting, /rooms-nav-count">1</)
    await Conversation.query().update({ status: 'resolved' })
    assert.notInclude((await client.get('/contacts').loginAs(user)).text(), 'rooms-nav-count')
  })

  test('nobody who has not signed in sees it', async ({ client }) => {
    const { path } = await aConversation()
    for (const address of ['/conversations', path]) {
      const response = await client.get(address).redirects(0)
      response.assertStatus(302)
      response.assertHeader('location', '/session')
    }
  })
})
