import { cancelScheduled, scheduleReply, sendScheduledNow } from '#conversations/schedule_reply'
import Message from '#messages/models/message'
import { aConversation, hears, withOwnNumbers } from '#tests/functional/conversations/scene'
import { accepted, aUser, cleanScene, dispatch, NOW, simulator, stopClockAt } from '#tests/scene'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { DateTime } from 'luxon'

const LATER = NOW.plus({ hours: 3 })

async function scheduled(sendAt: DateTime = LATER) {
  const scene = await aConversation()
  const by = await aUser('agent')
  const later = { text: 'Conseguiu ver?', sendAt, zone: 'America/Sao_Paulo' }
  const message = await scheduleReply(scene.conversation.id, later, { by, requestKey: 'one' })
  return { ...scene, by, message: message! }
}

const bodiesSent = async () => (await accepted()).map(({ body }) => body)

test.group('A reply for later', (group) => {
  group.each.setup(cleanScene)

  test('it waits in the thread and leaves at its hour, on the company’s clock', async ({
    client,
    assert,
  }) => {
    const { path } = await aConversation()
    const agent = await aUser('agent')
    const form = {
      text: 'Conseguiu ver?',
      send_date: '2026-11-20',
      send_time: '13:00',
      request_key: 'page',
    }
    for (let times = 0; times < 2; times += 1) {
      await client.post(`${path}/scheduled_messages`).loginAs(agent).withCsrfToken().form(form)
    }
    const [message, ...more] = await Message.query().where('kind', 'reply')
    assert.isEmpty(more)
    assert.equal(message.sendAt!.toMillis(), NOW.plus({ hours: 3 }).toMillis())
    const page = (await client.get(path).loginAs(agent)).text()
    assert.include(page, 'Cancelar envio')
    assert.include(page, 'a não ser que Ana escreva antes')

    stopClockAt(LATER.minus({ seconds: 1 }))
    await dispatch()
    assert.isEmpty(await bodiesSent())
    stopClockAt(LATER)
    await dispatch()
    assert.deepEqual(await bodiesSent(), ['Conseguiu ver?'])
    assert.notInclude((await client.get(path).loginAs(agent)).text(), 'Cancelar envio')
  })

  test('who writes first is not sent it, and the thread says so at once', async ({
    client,
    assert,
  }) => {
    const { contact, message, path, by } = await scheduled()
    await hears(contact, 'Já vi, obrigada', { at: NOW.plus({ hours: 1 }) })
    await message.refresh()
    assert.include(message.$attributes, { status: 'canceled', reason: 'person_wrote_first' })
    const page = (await client.get(path).loginAs(by)).text()
    assert.include(page, 'A pessoa escreveu antes da hora agendada')
    stopClockAt(LATER)
    await dispatch()
    assert.isEmpty(await bodiesSent())
  })

  test('the last checks drop it too, whatever order the calls came in', async ({ assert }) => {
    const { contact, message } = await scheduled()
    // Written before it was scheduled, heard of after: nobody had read it.
    await hears(contact, 'Aliás, não posso', { at: NOW.minus({ minutes: 1 }) })
    await Message.query().where('id', message.id).update({ status: 'queued', reason: null })
    stopClockAt(LATER)
    await dispatch()
    await message.refresh()
    assert.include(message.$attributes, { status: 'canceled', reason: 'person_wrote_first' })
    assert.isEmpty(await simulator<unknown[]>('GET', 'requests'))
  })

  test('it can be cancelled, or sent now although the person wrote', async ({ assert }) => {
    const { conversation, message } = await scheduled()
    await cancelScheduled(conversation.id, message.id)
    await Promise.all([message.refresh(), conversation.refresh()])
    assert.include(message.$attributes, { status: 'canceled', reason: 'canceled_by_person' })
    assert.equal(conversation.status, 'open')
    await assert.rejects(() => sendScheduledNow(conversation.id, message.id), /não espera mais/)
  })

  test('sent now it leaves now', async ({ client, assert }) => {
    const { path, message, by } = await scheduled()
    await client
      .post(`${path}/scheduled_messages/${message.id}/departure`)
      .loginAs(by)
      .withCsrfToken()
    await dispatch()
    assert.deepEqual(await bodiesSent(), ['Conseguiu ver?'])
    const late = await client
      .delete(`${path}/scheduled_messages/${message.id}`)
      .loginAs(by)
      .withCsrfToken()
      .redirects(0)
    assert.property(late.flashMessage('errorsBag'), 'not_waiting')
  })

  test('an hour that has passed, or is no hour, is refused at the field', async ({
    client,
    assert,
  }) => {
    const { path } = await aConversation()
    const agent = await aUser('agent')
    const fields = { text: 'oi', request_key: 'p', send_date: '2026-11-20', send_time: '13:00' }
    const refused = { send_time: '25:00', send_date: '2026-11-19' }
    for (const [field, value] of Object.entries(refused)) {
      const response = await client
        .post(`${path}/scheduled_messages`)
        .loginAs(agent)
        .withCsrfToken()
        .form({ ...fields, [field]: value })
        .redirects(0)
      assert.property(response.flashMessage('inputErrorsBag'), 'send_at')
    }
    assert.isEmpty(await Message.query().where('kind', 'reply'))
  })
})

test.group('A reply for later and the 24 hours', (group) => {
  group.each.setup(cleanScene)
  group.each.setup(withOwnNumbers)

  test('an hour after they end is refused when it is chosen', async ({ assert }) => {
    await assert.rejects(() => scheduled(NOW.plus({ hours: 25 })), /24 horas da conversa terminam/)
    assert.isEmpty(await Message.query().where('kind', 'reply'))
  })

  test('should they have ended all the same, it fails before the provider is asked', async ({
    assert,
  }) => {
    const { conversation, message } = await scheduled(NOW.plus({ hours: 23 }))
    await db
      .from('conversations')
      .where('id', conversation.id)
      .update({ last_inbound_at: '2026-11-19T13:00:00.000Z' })
    stopClockAt(NOW.plus({ hours: 23 }))
    await dispatch()
    await message.refresh()
    assert.include(message.$attributes, { status: 'failed', reason: 'needs_template' })
    assert.isEmpty(await simulator<unknown[]>('GET', 'requests'))
  })
})
