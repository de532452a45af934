import Contact from '#contacts/models/contact'
import Interview from '#interviews/models/interview'
import { receiveInbound } from '#messages/inbound'
import Conversation from '#messages/models/conversation'
import Message from '#messages/models/message'
import { processNewCalls } from '#webhooks/process_new_calls'
import WebhookCall from '#webhooks/models/webhook_call'
import {
  aCandidate,
  accepted,
  anInterview,
  arrived,
  cleanScene,
  dispatch,
  messagesOf,
  NOW,
  withOwnNumber,
  writes,
} from '#tests/scene'
import { aSid, inboundCall } from '#tests/twilio_calls'
import type { InboundMessage } from '#whatsapp/gateways/gateway'
import { test } from '@japa/runner'

const said = (body: string, more: Partial<InboundMessage> = {}): InboundMessage => ({
  providerMessageId: `SM ${body}`,
  from: '+5511900000009',
  body,
  profileName: 'Bia Exemplo',
  ...more,
})

test.group('The conversation with somebody new', (group) => {
  group.each.setup(cleanScene)

  test('ten copies of one message at once are one message in one conversation', async ({
    assert,
  }) => {
    const kept = await Promise.all(
      Array.from({ length: 10 }, () => receiveInbound(said('oi'), arrived()))
    )
    assert.lengthOf(kept.filter(Boolean), 1)
    assert.lengthOf(await Message.all(), 1)
    assert.lengthOf(await Contact.all(), 1)
    const [conversation, ...more] = await Conversation.all()
    assert.isEmpty(more)
    assert.include(conversation.$attributes, { status: 'open', unreadCount: 1, sender: 'twilio' })
  })

  test('twenty messages within a moment are one conversation, in order', async ({ assert }) => {
    const numbers = Array.from({ length: 20 }, (_, n) => n + 1)
    const calls = numbers.map((n) => inboundCall(aSid(n), `mensagem ${n}`))
    assert.isTrue((await Promise.all(calls)).every(({ ok }) => ok))
    await Promise.all([processNewCalls(), processNewCalls()])
    assert.isEmpty(await WebhookCall.query().whereNull('processed_at'))
    const [conversation, ...more] = await Conversation.all()
    assert.isEmpty(more)
    assert.equal(conversation.unreadCount, 20)
    assert.lengthOf(await Message.query().where('contact_id', conversation.contactId), 20)
  })

  test('many who understand at once make one conversation', async ({ assert }) => {
    const numbers = Array.from({ length: 20 }, (_, n) => n + 1)
    await Promise.all(numbers.map((n) => receiveInbound(said(`mensagem ${n}`), arrived())))
    assert.lengthOf(await Contact.all(), 1)
    assert.lengthOf(await Conversation.all(), 1)
    assert.lengthOf(await Message.all(), 20)
  })

  test('who hides the number is known by the provider’s id, with or without a number', async ({
    assert,
  }) => {
    const userId = 'BR.1502576394655843'
    await receiveInbound(said('oi', { from: userId, userId }), arrived())
    await receiveInbound(said('sou eu', { userId }), arrived())
    await receiveInbound(said('de novo', { from: userId, userId }), arrived())
    const [person, ...more] = await Contact.all()
    assert.isEmpty(more)
    assert.include(person.$attributes, { name: 'Bia Exemplo', whatsappUserId: userId })
    assert.lengthOf(await Conversation.all(), 1)
  })

  test('a contact of ours who shows an id keeps the number we know', async ({ assert }) => {
    const ana = await aCandidate()
    const userId = 'BR.1502576394655843'
    await receiveInbound(said('oi', { from: ana.phone!, userId }), arrived())
    await receiveInbound(said('e agora?', { from: userId, userId }), arrived())
    await ana.refresh()
    assert.include(ana.$attributes, {
      name: 'Ana Exemplo',
      phone: '+5511900000001',
      whatsappAddress: userId,
    })
    assert.lengthOf(await Contact.all(), 1)
  })
})

test.group('Whom a conversation waits for', (group) => {
  group.each.setup(cleanScene)

  test('what the machine settles waits for nobody', async ({ assert }) => {
    const interview = await anInterview()
    await dispatch()
    await writes('1')
    const conversation = await Conversation.firstOrFail()
    assert.include(conversation.$attributes, { status: 'resolved', unreadCount: 0 })
    assert.equal((await Interview.findOrFail(interview.id)).status, 'confirmed')
  })

  test('what nobody understands opens it', async ({ assert }) => {
    await aCandidate()
    await writes('Posso levar meu cachorro?')
    const conversation = await Conversation.firstOrFail()
    assert.include(conversation.$attributes, { status: 'open', unreadCount: 1 })
    assert.equal(conversation.lastInboundAt!.toISO(), NOW.toISO())
  })
})

test.group('The window of one number', (group) => {
  group.each.setup(cleanScene)

  test('writing to another of our numbers does not open it', async ({ assert }) => {
    const ana = await aCandidate()
    await receiveInbound(said('oi', { from: ana.phone! }), { ...arrived(), sender: 'another' })
    const interview = await anInterview({ candidateId: ana.id })
    await dispatch(withOwnNumber())
    assert.isEmpty(await accepted())
    const [notice] = await messagesOf(interview)
    assert.include(notice.$attributes, { status: 'failed', reason: 'needs_template' })
  })
})
