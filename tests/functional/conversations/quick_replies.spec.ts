import QuickReply from '#conversations/models/quick_reply'
import { aConversation } from '#tests/functional/conversations/scene'
import { aUser, cleanScene } from '#tests/scene'
import { test } from '@japa/runner'

const GREETING = {
  shortcut: 'oi',
  body: 'Oi, {{ candidate_first_name }}! Aqui é da {{ company_name }}.',
}

test.group('Quick replies', (group) => {
  group.each.setup(cleanScene)

  test('everyone who answers writes, changes and deletes them', async ({ client, assert }) => {
    const agent = await aUser('agent')
    const send = (method: string, path: string, form = {}) =>
      client
        .request(`/settings/quick_replies${path}`, method)
        .loginAs(agent)
        .withCsrfToken()
        .form(form)
        .redirects(0)
    const created = await send('POST', '', { ...GREETING, shortcut: ' /Oi ' })
    created.assertHeader('location', '/settings/quick_replies')
    const reply = await QuickReply.firstOrFail()
    assert.include(reply.$attributes, GREETING)
    const list = await client.get('/settings/quick_replies').loginAs(agent)
    list.assertTextIncludes('/oi')
    list.assertTextIncludes('{{ candidate_first_name }}')
    const form = await client.get(`/settings/quick_replies/${reply.id}/edit`).loginAs(agent)
    form.assertTextIncludes('Aqui é da {{ company_name }}.')

    await send('PATCH', `/${reply.id}`, { ...GREETING, body: 'Oi!' })
    await reply.refresh()
    assert.equal(reply.body, 'Oi!')
    await send('DELETE', `/${reply.id}`)
    assert.isEmpty(await QuickReply.all())
  })

  test('what is no text, or names what it cannot know, is refused with the reason', async ({
    client,
    assert,
  }) => {
    const agent = await aUser('agent')
    const refused = {
      body: ['{{ process.env.APP_KEY }}', '{{ title }}', '@include("x")', '  '],
      shortcut: ['duas palavras', '', 'a/b', 'x'.repeat(31)],
    }
    for (const [field, values] of Object.entries(refused)) {
      for (const value of values) {
        const response = await client
          .post('/settings/quick_replies')
          .loginAs(agent)
          .withCsrfToken()
          .form({ ...GREETING, [field]: value })
          .redirects(0)
        assert.property(response.flashMessage('inputErrorsBag'), field, value)
      }
    }
    await QuickReply.create(GREETING)
    const twice = await client
      .post('/settings/quick_replies')
      .loginAs(agent)
      .withCsrfToken()
      .form({ ...GREETING, shortcut: 'OI' })
      .redirects(0)
    assert.property(twice.flashMessage('inputErrorsBag'), 'shortcut')
    assert.lengthOf(await QuickReply.all(), 1)
  })

  test('the conversation offers them filled in, and without script puts the chosen one in the field', async ({
    client,
    assert,
  }) => {
    const { path } = await aConversation()
    const { id } = await QuickReply.create(GREETING)
    await QuickReply.create({ shortcut: 'ruim', body: '{{ process.env.APP_KEY }}' })
    const agent = await aUser('agent')
    const page = (await client.get(path).loginAs(agent)).text()
    assert.include(page, 'data-shortcut="oi"')
    assert.match(page, /data-text="Oi, Ana! Aqui é da [^{"]+\."/)
    assert.notInclude(page, 'process.env')

    const filled = (await client.get(`${path}?quick=${id}`).loginAs(agent)).text()
    assert.match(filled, /name="text"[^\n]*>\nOi, Ana! Aqui é da/)
    for (const odd of ['x', '999', '-1']) {
      const response = await client.get(`${path}?quick=${odd}`).loginAs(agent)
      response.assertStatus(200)
    }
  })
})
