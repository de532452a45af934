import Contact from '#contacts/models/contact'
import Interview from '#interviews/models/interview'
import Conversation from '#messages/models/conversation'
import Message from '#messages/models/message'
import type Sender from '#messages/models/sender'
import WebhookCall from '#webhooks/models/webhook_call'
import { processCall } from '#webhooks/process_call'
import whatsapp from '#whatsapp/services/main'
import { test } from '@japa/runner'
import { aChatAppSender, chatAppCalls, chatAppFixture } from '#tests/chat_app_calls'
import {
  aCandidate,
  anInterview,
  cleanScene,
  deliverCallbacks,
  dispatch,
  processWebhooks,
  simulator,
  writes,
} from '#tests/scene'

const OURS = 'BAE5000000000000A1'

const calls = () => WebhookCall.query().orderBy('id')
const outcomes = async () => (await calls()).map(({ outcome }) => outcome)
const inbounds = () => Message.query().where('direction', 'inbound').orderBy('id')
const only = () => Message.query().where('direction', 'outbound').firstOrFail()

/** As `status_sent`, about a message of ours. */
async function statusOf(message: Message, changes: { id?: string; type?: string } = {}) {
  const envelope = JSON.parse(await chatAppFixture('status_sent'))
  const [status] = envelope.data
  const id = changes.id ?? message.providerMessageId ?? OURS
  Object.assign(status, changes, { id, fromApp: { tracking: message.uuid } })
  return envelope
}

test.group('ChatApp webhooks', (group) => {
  let sender: Sender
  const post = (body: string | object, key = sender.webhookKey!) => chatAppCalls(key, body)

  group.each.setup(cleanScene)
  group.each.setup(async () => {
    sender = await aChatAppSender()
    await whatsapp.use(sender.name).check()
  })

  test('a notice leaves with our id, and its ticks come back', async ({ assert }) => {
    await anInterview()
    await dispatch()
    const sent = await only()
    assert.equal(sent.status, 'accepted')
    assert.equal(sent.provider, 'chat_app')
    await deliverCallbacks()
    assert.equal((await only()).status, 'read')
    assert.lengthOf(await Message.all(), 1)
    assert.include(await outcomes(), 'ignored')
  })

  for (const form of ['array', 'batched']) {
    test(`the ticks come back when ChatApp calls in the way it names ${form}`, async ({
      assert,
    }) => {
      await simulator('PUT', 'settings', { chat_app_calls: form })
      await anInterview()
      await dispatch()
      await deliverCallbacks()
      assert.equal((await only()).status, 'read')
    })
  }

  test('a person answers on the phone, and the interview is confirmed', async ({ assert }) => {
    const interview = await anInterview()
    await dispatch()
    await writes('Sim')
    const [answer] = await inbounds()
    assert.containsSubset(answer.toJSON(), { body: 'Sim', sender: sender.name })
    assert.equal((await Interview.findOrFail(interview.id)).status, 'confirmed')
    const conversation = await Conversation.findByOrFail({ sender: sender.name })
    assert.isNotNull(conversation.lastInboundAt)
  })

  test('what a person writes is kept whatever it is', async ({ assert }) => {
    for (const name of ['inbound_text', 'inbound_image', 'inbound_location', 'inbound_nul'])
      await post(await chatAppFixture(name))
    await processWebhooks()
    const kept = (await inbounds()).map(({ body, content }) => [body, Object.keys(content ?? {})])
    assert.deepEqual(kept, [
      ['Sim', []],
      ['Meu documento', ['media']],
      ['', ['unsupported']],
      ['Sim!', []],
    ])
    assert.lengthOf(await Contact.all(), 1)
  })

  test('an answer from tomorrow was written now', async ({ assert }) => {
    const envelope = JSON.parse(await chatAppFixture('inbound_text'))
    envelope.data[0].time += 86_400 * 30
    await post(envelope)
    await processWebhooks()
    const [call] = await calls()
    assert.equal((await inbounds())[0].sentAt!.toMillis(), call.createdAt.toMillis())
  })

  test('ten copies at once, bare and in arrays, are one message', async ({ assert }) => {
    const bare = await chatAppFixture('inbound_text')
    const copies = Array.from({ length: 10 }, (_, n) => (n % 2 ? bare : `[${bare}]`))
    const answers = await Promise.all(copies.map((body) => post(body)))
    assert.isTrue(answers.every(({ status }) => status === 200))
    const ids = (await calls()).map(({ id }) => Number(id))
    assert.lengthOf(ids, 2)
    await Promise.allSettled([...ids, ...ids, ...ids].map((id) => processCall(id)))
    await processWebhooks()
    assert.lengthOf(await Message.all(), 1)
    assert.lengthOf(await Contact.all(), 1)
  })

  test('a batch again, or its parts in another order, changes nothing', async ({ assert }) => {
    await anInterview()
    await dispatch()
    const message = await only()
    for (const type of ['viewed', 'sent', 'delivered', 'sent'])
      await post(await statusOf(message, { type }))
    await processWebhooks()
    assert.equal((await only()).status, 'read')
  })

  test('an empty call is answered and not kept', async ({ assert }) => {
    for (const body of ['', ' \n']) assert.equal((await post(body)).status, 200)
    assert.isEmpty(await calls())
  })

  test('who does not know the address gets no further', async ({ assert }) => {
    const body = await chatAppFixture('inbound_text')
    const key = sender.webhookKey!
    for (const wrong of ['x', key.slice(0, -1), `${key}A`, key.toUpperCase(), '%00', 'null'])
      assert.equal((await post(body, wrong)).status, 404, wrong)
    assert.isEmpty(await calls())
  })

  test('what is malformed or too large is refused, and nothing kept', async ({ assert }) => {
    for (const body of ['{', 'null', '[7]', 'text'])
      assert.equal((await post(body)).status, 400, body)
    assert.equal((await post(`"${'x'.repeat(4_000_000)}"`)).status, 413)
    assert.isEmpty(await calls())
  })

  test('what is of another licence or of no interest is ignored', async ({ assert }) => {
    for (const name of ['inbound_other_line', 'inbound_group', 'echo', 'chat_tag'])
      await post(await chatAppFixture(name))
    await processWebhooks()
    assert.deepEqual(await outcomes(), ['ignored', 'ignored', 'ignored', 'ignored'])
    assert.isEmpty(await Message.all())
  })

  test('whoever answered is told of a failure in words', async ({ assert }) => {
    await aCandidate()
    await simulator('PUT', 'phones/+5511900000001', { has_whatsapp: false })
    await anInterview({ candidateId: (await Contact.firstOrFail()).id })
    await dispatch()
    await deliverCallbacks()
    const message = await only()
    assert.equal(message.status, 'failed')
    assert.equal(message.errorCode, 'MessageError')
  })

  test('a status that comes before the answer to the send counts', async ({ assert }) => {
    await simulator('PUT', 'settings', { callbacks: 'before_response', hold_callbacks: false })
    await anInterview()
    await dispatch()
    await processWebhooks()
    assert.include(['accepted', 'sent'], (await only()).status)
  })

  test('when the answer was lost, a status settles the message', async ({ assert }) => {
    await simulator('PUT', 'settings', { fault: 'accept_then_reset', times: 1 })
    await anInterview()
    await dispatch()
    assert.equal((await only()).status, 'unconfirmed')
    await deliverCallbacks()
    const message = await only()
    assert.equal(message.status, 'read')
    assert.match(message.providerMessageId!, /^BAE5/)
  })

  test('a status that ChatApp knows nothing of settles nothing', async ({ assert }) => {
    await simulator('PUT', 'settings', { fault: 'reset_before', times: 1 })
    await anInterview()
    await dispatch()
    await post(await statusOf(await only(), { id: OURS, type: 'viewed' }))
    await processWebhooks()
    assert.equal((await only()).status, 'unconfirmed')
    assert.deepEqual(await outcomes(), ['ignored'])
  })

  test('while ChatApp cannot be asked about it, the call waits', async ({ assert }) => {
    await simulator('PUT', 'settings', { fault: 'accept_then_reset', times: 1, list: 'down' })
    await anInterview()
    await dispatch()
    await simulator('POST', 'callbacks/release')
    await assert.rejects(() => processWebhooks())
    await simulator('PUT', 'settings', { list: 'normal' })
    await processWebhooks()
    assert.equal((await only()).status, 'read')
  })
})
