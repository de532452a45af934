import Message from '#messages/models/message'
import Receipt from '#messages/models/receipt'
import { ringSoon } from '#webhooks/doorbell'
import WebhookCall from '#webhooks/models/webhook_call'
import { processNewCalls } from '#webhooks/process_new_calls'
import { appUrl } from '#config/app'
import env from '#start/env'
import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { mock } from 'node:test'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import { eventually } from '#tests/eventually'
import { takeJobs } from '#tests/queue'
import { anInterview, cleanScene, dispatch, messagesOf, NOW, stopClockAt } from '#tests/scene'
import { statementsDuring } from '#tests/statements'

const call = (key: string, body = 'Body=oi') => ({
  provider: 'twilio' as const,
  kind: 'message' as const,
  dedupeKey: key,
  query: '',
  body,
})

async function post(path: string, params: Record<string, string>) {
  const token = env.get('TWILIO_AUTH_TOKEN')!.release()
  const signature = getExpectedTwilioSignature(token, appUrl + path, params)
  return fetch(appUrl + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signature,
    },
    body: new URLSearchParams(params).toString(),
  })
}

/** A message the provider has, and a call that says it was delivered. */
async function aDelivery() {
  const [message] = await messagesOf(await anInterview())
  await dispatch()
  await message.refresh()
  const params = { MessageSid: message.providerMessageId!, MessageStatus: 'delivered' }
  await post(`/webhooks/twilio/status?message=${message.uuid}`, params)
  return message
}

test.group('Arrival of calls', (group) => {
  group.each.setup(cleanScene)

  test('calls that come together are one statement', async ({ assert }) => {
    const keys = Array.from({ length: 20 }, (_, index) => `key ${index}`)
    const statements = await statementsDuring(() =>
      Promise.all(keys.map((key) => WebhookCall.keep(call(key))))
    )
    assert.lengthOf(statements, 1)
    const kept = await WebhookCall.query().orderBy('id')
    assert.deepEqual(
      kept.map(({ dedupeKey }) => dedupeKey),
      keys
    )
  })

  test('the same call twice at once is one row', async ({ assert }) => {
    const known = await WebhookCall.keep(call('before'))
    const [first, second, again] = await Promise.all(
      ['same', 'same', 'before'].map((key) => WebhookCall.keep(call(key)))
    )
    assert.equal(first, second)
    assert.isNotNull(known)
    assert.isNull(again)
    assert.lengthOf(await WebhookCall.all(), 2)
  })

  test('a call the database refuses takes none of its neighbours along', async ({ assert }) => {
    const poisoned = { ...call('poisoned'), body: null as unknown as string }
    const results = await Promise.allSettled([
      WebhookCall.keep(call('before')),
      WebhookCall.keep(poisoned),
      WebhookCall.keep(call('after')),
    ])
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled']
    )
    const kept = await WebhookCall.query().orderBy('id')
    assert.deepEqual(
      kept.map(({ dedupeKey }) => dedupeKey),
      ['before', 'after']
    )
  })

  test('what could not be committed is not answered as taken, and is taken when it comes again', async ({
    assert,
  }) => {
    const params = {
      MessageSid: `SM${'a'.repeat(32)}`,
      From: 'whatsapp:+5511900000001',
      Body: 'oi',
    }
    await db.rawQuery('alter table webhook_calls rename to webhook_calls_away')
    const refused = await Promise.all(
      [1, 2, 3].map(() => post('/webhooks/twilio/messages', params))
    )
    await db.rawQuery('alter table webhook_calls_away rename to webhook_calls')
    assert.deepEqual(
      refused.map(({ status }) => status),
      [500, 500, 500]
    )

    assert.equal((await post('/webhooks/twilio/messages', params)).status, 200)
    await processNewCalls()
    assert.equal((await Message.firstOrFail()).body, 'oi')
  })

  test('many calls of a moment are one ring', async ({ assert }) => {
    await takeJobs()
    for (let count = 0; count < 10; count += 1) ringSoon()
    const rung: unknown[] = []
    await eventually(async () => rung.push(...(await takeJobs())))
    assert.deepEqual(rung, [{}])
  })

  test('two workers rung at once understand each call once', async ({ assert }) => {
    const keys = Array.from({ length: 50 }, (_, index) => `key ${index}`)
    await Promise.all(keys.map((key) => WebhookCall.keep(call(key))))
    await Promise.all([processNewCalls(), processNewCalls()])
    const calls = await WebhookCall.all()
    assert.isTrue(calls.every(({ attempts }) => attempts === 1))
    assert.isTrue(calls.every(({ outcome }) => outcome === 'not_understood'))
    assert.isTrue(calls.every(({ processedAt }) => processedAt !== null))
  })

  test('requests have their turn between two calls that are being understood', async ({
    assert,
    cleanup,
  }) => {
    const keys = Array.from({ length: 20 }, (_, index) => `key ${index}`)
    await Promise.all(keys.map((key) => WebhookCall.keep(call(key))))
    let turns = 0
    let next = setImmediate(function count() {
      turns += 1
      next = setImmediate(count)
    })
    cleanup(() => clearImmediate(next))
    await processNewCalls()
    assert.isAtLeast(turns, keys.length)
  })

  test('a call that fails is tried again by itself, its neighbours are understood', async ({
    assert,
    cleanup,
  }) => {
    const complaints = mock.method(logger, 'error', () => {})
    cleanup(() => complaints.mock.restore())
    const message = await aDelivery()
    await WebhookCall.keep(call('after'))
    await Message.query().where('id', message.id).update({ sender: 'nobody', provider: null })
    await processNewCalls()

    const [failed, after] = await WebhookCall.query().orderBy('id')
    assert.isNull(failed.processedAt)
    assert.isNotNull(after.processedAt)
    assert.isEmpty(await Receipt.query().where('status', 'delivered'))
    stopClockAt(NOW.plus({ seconds: 2 }))
    const rung: unknown[] = []
    await eventually(async () => {
      rung.push(...(await takeJobs()))
      return rung.some((ring) => (ring as { id?: number }).id === Number(failed.id))
    })
  })
})
