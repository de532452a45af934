import { appUrl } from '#config/app'
import Contact from '#contacts/models/contact'
import Message from '#messages/models/message'
import Receipt from '#messages/models/receipt'
import ProcessWebhookCall from '#webhooks/jobs/process_webhook_call'
import WebhookCall from '#webhooks/models/webhook_call'
import { ringForgotten } from '#webhooks/forgotten'
import env from '#start/env'
import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { takeJobs } from '#tests/queue'
import { createHmac } from 'node:crypto'
import { mock } from 'node:test'
import { eventually } from '#tests/eventually'
import {
  aCandidate,
  anInterview,
  cleanScene,
  dispatch,
  messagesOf,
  NOW,
  processWebhooks,
  simulator,
  stopClockAt,
} from '#tests/scene'

const token = () => env.get('TWILIO_AUTH_TOKEN')!.release()

function sign(url: string, params: [string, string][], secret = token()) {
  const text = [...params].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).flat()
  return createHmac('sha1', secret)
    .update(url + text.join(''))
    .digest('base64')
}

async function post(path: string, params: [string, string][], signature?: string) {
  const url = appUrl + path
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signature ?? sign(url, params),
    },
    body: new URLSearchParams(params).toString(),
  })
}

const inbound = (body: string, sid = `SM${'a'.repeat(32)}`): [string, string][] => [
  ['MessageSid', sid],
  ['SmsStatus', 'received'],
  ['From', 'whatsapp:+551190000001'],
  ['To', 'whatsapp:+14155238886'],
  ['WaId', '551190000001'],
  ['ProfileName', 'Ana'],
  ['Body', body],
  ['NumMedia', '0'],
  ['Empty', ''],
]

/** It comes a moment after the answer. */
async function loseTheRing() {
  await eventually(async () => (await takeJobs()).length > 0)
}

test.group('Twilio webhooks', (group) => {
  group.each.setup(cleanScene)

  test('a genuine call is taken, with spaces and empty fields in it', async ({ assert }) => {
    await aCandidate()
    const response = await post('/webhooks/twilio/messages', inbound('  oi, tudo bem? 👍 '))
    assert.equal(response.status, 200)
    assert.include(await response.text(), '<Response/>')

    await processWebhooks()
    const message = await Message.firstOrFail()
    assert.equal(message.direction, 'inbound')
    assert.equal(message.status, 'received')
    assert.equal(message.body, '  oi, tudo bem? 👍 ')
  })

  test('a message from a number without the ninth digit finds its contact', async ({ assert }) => {
    const ana = await aCandidate({ phone: '+5511990000001' })
    await post('/webhooks/twilio/messages', inbound('oi'))
    await processWebhooks()

    const message = await Message.firstOrFail()
    assert.equal(message.contactId, ana.id)
    await ana.refresh()
    assert.equal(ana.whatsappAddress, '+551190000001')
    assert.equal(ana.lastInboundAt!.toISO(), NOW.toISO())
  })

  test('answers go to the address the person wrote from', async ({ assert }) => {
    await aCandidate({ phone: '+5511990000001' })
    await post('/webhooks/twilio/messages', inbound('oi'))
    await processWebhooks()
    const ana = await Contact.firstOrFail()
    const interview = await anInterview({ candidateId: ana.id })
    const [message] = await messagesOf(interview)
    assert.equal(message.address, '+551190000001')
  })

  test('a stranger who writes becomes a contact', async ({ assert }) => {
    await post('/webhooks/twilio/messages', inbound('quem é?'))
    await processWebhooks()
    const message = await Message.firstOrFail()
    const stranger = await Contact.findOrFail(message.contactId)
    assert.include(stranger.$attributes, {
      name: 'Ana',
      phone: '+5511990000001',
      whatsappAddress: '+551190000001',
    })
  })

  test('ten copies of one message are one', async ({ assert }) => {
    await aCandidate()
    const responses = await Promise.all(
      Array.from({ length: 10 }, () => post('/webhooks/twilio/messages', inbound('oi')))
    )
    assert.isTrue(responses.every(({ status }) => status === 200))
    assert.lengthOf(await WebhookCall.all(), 1)
    await processWebhooks()
    assert.lengthOf(await Message.all(), 1)
  })

  test('forged and unsigned calls are refused and leave nothing', async ({ assert }) => {
    const url = `${appUrl}/webhooks/twilio/messages`
    const forged = sign(url, inbound('oi'), 'another token')
    assert.equal((await post('/webhooks/twilio/messages', inbound('oi'), forged)).status, 403)
    assert.equal((await post('/webhooks/twilio/messages', inbound('oi'), '')).status, 403)
    const truthful = sign(url, inbound('oi'))
    assert.equal((await post('/webhooks/twilio/messages', inbound('tchau'), truthful)).status, 403)
    assert.isEmpty(await WebhookCall.all())
  })

  test('the query is part of what is signed', async ({ assert }) => {
    const params: [string, string][] = [
      ['MessageSid', 'SM1'],
      ['MessageStatus', 'sent'],
    ]
    const signature = sign(`${appUrl}/webhooks/twilio/status?message=a`, params)
    const response = await post('/webhooks/twilio/status?message=b', params, signature)
    assert.equal(response.status, 403)
  })

  test('a status for a message nobody knows is kept and harms nothing', async ({ assert }) => {
    const params: [string, string][] = [
      ['MessageSid', `SM${'b'.repeat(32)}`],
      ['MessageStatus', 'delivered'],
    ]
    const response = await post('/webhooks/twilio/status?message=unknown', params)
    assert.equal(response.status, 204)
    await processWebhooks()
    assert.equal((await WebhookCall.firstOrFail()).outcome, 'unknown_message')
  })

  test('a word repeated a week later is one receipt', async ({ assert }) => {
    const interview = await anInterview()
    await dispatch()
    const [message] = await messagesOf(interview)
    const params: [string, string][] = [
      ['MessageSid', message.providerMessageId!],
      ['MessageStatus', 'delivered'],
    ]
    await post(`/webhooks/twilio/status?message=${message.uuid}`, params)
    await processWebhooks()
    stopClockAt(NOW.plus({ days: 7 }))
    await post(`/webhooks/twilio/status?message=${message.uuid}`, params)
    await processWebhooks()

    const words = await Receipt.query().where('status', 'delivered')
    assert.lengthOf(words, 1)
  })

  test('a callback faster than the answer to the send is not lost', async ({ assert }) => {
    await simulator('PUT', 'settings', { hold_callbacks: false, callbacks: 'before_response' })
    const interview = await anInterview()
    await dispatch()
    await processWebhooks()
    const [message] = await messagesOf(interview)
    assert.include(['sent', 'delivered', 'read'], message.status)
    assert.isNotNull(message.providerMessageId)
  })

  test('a call whose job was lost is rung again', async ({ assert }) => {
    await aCandidate()
    await takeJobs()
    await post('/webhooks/twilio/messages', inbound('oi'))
    const { id } = await WebhookCall.query().orderBy('id', 'desc').firstOrFail()
    await loseTheRing()
    stopClockAt(NOW.plus({ minutes: 5 }))
    await ringForgotten()
    assert.deepInclude(await takeJobs(), { id })
  })

  test('a call whose bell cannot be rung is kept and answered, and understood later', async ({
    assert,
    cleanup,
  }) => {
    await aCandidate()
    const away = mock.method(ProcessWebhookCall, 'dispatch', () => {
      throw new Error('the queue is away')
    })
    cleanup(() => away.mock.restore())

    const response = await post('/webhooks/twilio/messages', inbound('oi'))
    assert.equal(response.status, 200)
    assert.isNull((await WebhookCall.firstOrFail()).processedAt)

    stopClockAt(NOW.plus({ minutes: 5 }))
    await ringForgotten()
    assert.equal((await WebhookCall.firstOrFail()).outcome, 'received')
  })

  test('a failure told at great length, NUL characters and all, is not lost', async ({
    assert,
  }) => {
    const interview = await anInterview()
    await dispatch()
    const [message] = await messagesOf(interview)
    const response = await post(`/webhooks/twilio/status?message=${message.uuid}`, [
      ['MessageSid', `${message.providerMessageId}\u0000`],
      ['MessageStatus', 'failed'],
      ['ErrorCode', '63024'],
      ['ErrorMessage', `um\u0000${'a'.repeat(900)}`],
    ])
    assert.equal(response.status, 204)
    await processWebhooks()
    await message.refresh()
    assert.equal(message.status, 'failed')
    assert.equal(message.errorDetail, `um${'a'.repeat(498)}`)
  })

  test('a message from an impossible address is kept', async ({ assert }) => {
    const params = inbound('oi').filter(([name]) => name !== 'From')
    await post('/webhooks/twilio/messages', [...params, ['From', `whatsapp:+${'9'.repeat(300)}`]])
    await processWebhooks()
    assert.equal((await Message.firstOrFail()).body, 'oi')
  })

  test('a call that failed ten times is given up, and said so in the log without its text', async ({
    assert,
    cleanup,
  }) => {
    const complaints = mock.method(logger, 'error', () => {})
    cleanup(() => complaints.mock.restore())
    await post('/webhooks/twilio/messages', inbound('oi'))
    const call = await WebhookCall.firstOrFail()
    await call.merge({ attempts: 10 }).save()
    await loseTheRing()

    stopClockAt(NOW.plus({ minutes: 5 }))
    await ringForgotten()
    await call.refresh()
    assert.equal(call.outcome, 'gave_up')
    assert.isNotNull(call.processedAt)
    assert.isEmpty(await takeJobs())
    const said = complaints.mock.calls.map((complaint) => complaint.arguments as unknown[])
    assert.deepEqual(said, [[{ webhookCallId: call.id }, 'gave up on a webhook call']])
  })

  test('calls that keep failing do not keep a lost one waiting', async ({ assert }) => {
    const keep = (n: number) =>
      WebhookCall.keep({
        provider: 'twilio',
        kind: 'message',
        query: '',
        dedupeKey: `k${n}`,
        body: '',
      })
    for (let n = 0; n < 200; n++) await keep(n)
    await db.from('webhook_calls').update({ attempts: 3 })
    const lost = await keep(200)
    const rung = await WebhookCall.forgotten(NOW.plus({ minutes: 1 }))
    assert.equal(rung[0], Number(lost))
  })

  test('what was understood is forgotten after thirty days, what was not stays', async ({
    assert,
  }) => {
    await post('/webhooks/twilio/messages', inbound('oi'))
    await processWebhooks()
    await post('/webhooks/twilio/messages', inbound('olá', `SM${'c'.repeat(32)}`))
    stopClockAt(NOW.plus({ days: 29 }))
    await WebhookCall.purge()
    assert.lengthOf(await WebhookCall.all(), 2)
    stopClockAt(NOW.plus({ days: 31 }))
    await WebhookCall.purge()
    const [kept] = await WebhookCall.all()
    assert.isNull(kept.processedAt)
  })

  test('a body beyond the limit is refused', async ({ assert }) => {
    const response = await post('/webhooks/twilio/messages', inbound('x'.repeat(4 * 1024 * 1024)))
    assert.equal(response.status, 413)
  })
})
