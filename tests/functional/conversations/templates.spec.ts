import { appUrl } from '#config/app'
import { sendTemplate } from '#conversations/send_template'
import Message from '#messages/models/message'
import { aUser, cleanScene, dispatch, NOW, stopClockAt } from '#tests/scene'
import {
  aConversation,
  approvedTeamMessage,
  withOwnNumbers,
} from '#tests/functional/conversations/scene'
import { test } from '@japa/runner'

test.group('Outside the 24 hours', (group) => {
  group.each.setup(cleanScene)
  group.each.setup(() => withOwnNumbers())

  async function late() {
    const scene = await aConversation()
    stopClockAt(NOW.plus({ hours: 25 }))
    return { ...scene, agent: await aUser('agent') }
  }

  test('without an approved template the page says so', async ({ client, assert }) => {
    const { path, agent } = await late()
    const page = (await client.get(path).loginAs(agent)).text()
    assert.include(page, 'Nenhum modelo aprovado está disponível')
  })

  test('an approved template is offered with what the person will read, and sent once', async ({
    client,
    assert,
  }) => {
    const { path, agent, conversation } = await late()
    const twin = await approvedTeamMessage()
    const page = (await client.get(path).loginAs(agent)).text()
    assert.include(page, 'Mensagem da equipe')
    assert.include(page, '(o seu recado)')

    const fields = { template: twin.id, text: 'Ainda tem interesse?', request_key: 'page 1' }
    const preview = await client.post(`${path}/preview`).loginAs(agent).withCsrfToken().form(fields)
    preview.assertTextIncludes('Ainda tem interesse?')
    const send = () =>
      client.post(`${path}/templates`).loginAs(agent).withCsrfToken().form(fields).redirects(0)
    await send()
    await send()
    const [message, ...more] = await Message.query().where('kind', 'reply')
    assert.isEmpty(more)
    assert.include(message.$attributes, { templateTwinId: twin.id, authorId: agent.id })
    assert.include(message.body, 'Ainda tem interesse?')
    await conversation.refresh()
    assert.equal(conversation.status, 'waiting')
  })

  test('who did not see that a colleague sent one is asked', async ({ client, assert }) => {
    const { path, agent, conversation } = await late()
    const twin = await approvedTeamMessage()
    const [, seen] = (await client.get(path).loginAs(agent))
      .text()
      .match(/name="seen" value="(\d+)"/)!
    const by = await aUser('agent', { fullName: 'Bruno Fictício', email: 'b@demo.convoca.test' })
    const picked = { template: twin.id, text: 'Ainda tem interesse?' }
    await sendTemplate(conversation.id, picked, { by, requestKey: 'b' })
    const fields = { ...picked, request_key: 'page 1', seen }
    const asked = await client
      .post(`${path}/templates`)
      .loginAs(agent)
      .withCsrfToken()
      .header('referer', `${appUrl}${path}`)
      .form(fields)
      .redirects(0)
    assert.property(asked.flashMessage('errorsBag'), 'answered_meanwhile')
    assert.lengthOf(await Message.query().where('kind', 'reply'), 1)
  })

  test('a template of one number does not leave from another', async ({ assert }) => {
    const { conversation, agent: by } = await late()
    const twin = await approvedTeamMessage()
    await sendTemplate(conversation.id, { template: twin.id, text: 'Oi' }, { by, requestKey: 'b' })
    await twin.merge({ sender: 'another' }).save()
    await dispatch()
    const message = await Message.findByOrFail({ kind: 'reply' })
    assert.deepInclude(message.$attributes, { status: 'failed', reason: 'needs_template' })
    assert.isNull(message.providerMessageId)
  })

  test('an empty message, one too long and a template no longer approved are refused', async ({
    client,
    assert,
  }) => {
    const { path, agent } = await late()
    const twin = await approvedTeamMessage()
    const send = async (fields: object) => {
      const response = await client
        .post(`${path}/templates`)
        .loginAs(agent)
        .withCsrfToken()
        .header('referer', path)
        .form({ template: twin.id, request_key: 'page 1', ...fields })
        .redirects(0)
      return Object.keys(response.flashMessage('inputErrorsBag') ?? {})
    }
    assert.deepEqual(await send({ text: ' ' }), ['text'])
    assert.deepEqual(await send({ text: 'palavra '.repeat(150) }), ['text'])
    await twin.merge({ state: 'paused' }).save()
    assert.deepEqual(await send({ text: 'Oi' }), ['template'])
    assert.isEmpty(await Message.query().where('kind', 'reply'))
  })
})
