import { claimDue } from '#messages/claim'
import Message from '#messages/models/message'
import { Sweeper } from '#messages/sweeper'
import { eventually } from '#tests/eventually'
import whatsapp from '#whatsapp/services/main'
import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { test } from '@japa/runner'
import {
  accepted,
  aCandidate,
  anInterview,
  cleanScene,
  deliverCallbacks,
  dispatch,
  NOW,
  simulator,
  stopClockAt,
} from '#tests/scene'

const sweep = () => new Sweeper(whatsapp, logger).sweep()
const later = (minutes: number) => stopClockAt(NOW.plus({ minutes }))
const theMessage = () => Message.query().orderBy('id').firstOrFail()

async function uncertainAfter(fault: string) {
  await simulator('PUT', 'settings', { fault, times: 1 })
  await anInterview()
  await dispatch()
}

test.group('Sweeper', (group) => {
  group.each.setup(cleanScene)

  test('what the provider has is adopted, not repeated', async ({ assert }) => {
    await uncertainAfter('accept_then_reset')
    later(2)
    await sweep()
    await dispatch()

    const message = await theMessage()
    const provider = await accepted()
    assert.lengthOf(provider, 1)
    assert.equal(message.providerMessageId, provider[0].sid)
    assert.notInclude(['unconfirmed', 'queued'], message.status)
  })

  test('what the provider shows without its text is adopted, too, if it was more than a text', async ({
    assert,
  }) => {
    const contact = await aCandidate()
    const content = { buttons: [{ id: 'confirm', title: 'Confirmar' }] }
    const reply = { contact, address: contact.address, sender: 'twilio', body: 'Vem?', content }
    const due = { kind: 'reply' as const, sendAt: NOW, expiresAt: null, dedupeKey: 'reply:1' }
    await db.transaction((trx) => Message.plan({ ...reply, ...due }, trx))
    await simulator('PUT', 'settings', { fault: 'accept_then_reset', times: 1 })
    await dispatch()
    assert.equal((await theMessage()).status, 'unconfirmed')

    later(2)
    const gateway = whatsapp.use('twilio')
    const silent = gateway.list.bind(gateway)
    gateway.list = async (...asked) => (await silent(...asked)).map((one) => ({ ...one, body: '' }))
    await sweep()
    gateway.list = silent
    const [{ sid }] = await accepted()
    assert.equal((await theMessage()).providerMessageId, sid)
  })

  test('a callback settles it before anyone asks', async ({ assert }) => {
    await uncertainAfter('accept_then_500')
    await deliverCallbacks()
    assert.equal((await theMessage()).status, 'read')
    assert.lengthOf(await accepted(), 1)
  })

  test('twice not found, it is sent again', async ({ assert }) => {
    await uncertainAfter('http_500')
    later(2)
    await sweep()
    assert.equal((await theMessage()).status, 'unconfirmed')
    later(4)
    await sweep()
    assert.equal((await theMessage()).status, 'queued')
    await dispatch()
    assert.equal((await theMessage()).status, 'accepted')
    assert.lengthOf(await accepted(), 1)
  })

  test('while the provider cannot say, nothing is repeated, and in the end a person decides', async ({
    assert,
  }) => {
    await uncertainAfter('accept_then_reset')
    await simulator('PUT', 'settings', { list: 'down' })
    later(2)
    await sweep()
    assert.equal((await theMessage()).status, 'unconfirmed')
    later(40)
    await sweep()

    const message = await theMessage()
    assert.equal(message.reason, 'needs_person')
    assert.isTrue(message.isResendable)
    assert.lengthOf(await accepted(), 1)

    await message.markAsSent()
    assert.equal((await theMessage()).status, 'accepted')
  })

  test('a person may send it again instead; the old row says so', async ({ assert }) => {
    await uncertainAfter('http_500')
    await simulator('PUT', 'settings', { list: 'down' })
    later(40)
    await sweep()
    await (await theMessage()).resend()

    const old = await theMessage()
    assert.equal(old.status, 'failed')
    assert.equal(old.reason, 'resent_by_person')
    assert.lengthOf(await Message.all(), 2)
  })

  test('an answer that came after the lease ended still counts', async ({ assert }) => {
    await simulator('PUT', 'settings', { fault: 'slow', slow_ms: 400, times: 1 })
    await anInterview()
    const sending = dispatch()
    await eventually(async () => (await simulator('GET', 'requests')).length > 0)
    later(3)
    await sweep()
    assert.equal((await theMessage()).status, 'unconfirmed')

    await sending
    const [sent] = await accepted()
    const message = await theMessage()
    assert.equal(message.status, 'accepted')
    assert.equal(message.providerMessageId, sent.sid)
  })

  test('a claim whose process died is looked for', async ({ assert }) => {
    await anInterview()
    await claimDue('a process that dies', 'twilio', 5)
    await sweep()
    assert.equal((await theMessage()).status, 'sending')
    later(3)
    await sweep()
    assert.equal((await theMessage()).status, 'unconfirmed')
  })

  test('a message in whose sending the process died three times is left to a person, and others go on', async ({
    assert,
  }) => {
    await anInterview()
    for (let crash = 1; crash <= 3; crash += 1) {
      await claimDue('a process that dies', 'twilio', 5)
      for (const minutes of [2, 4, 6]) {
        later(crash * 10 + minutes)
        await sweep()
      }
    }
    const message = await theMessage()
    assert.equal(message.status, 'unconfirmed')
    assert.equal(message.reason, 'needs_person')
    assert.equal(message.crashes, 3)

    const neighbour = await aCandidate({ phone: '+5511900000009' })
    await anInterview({ candidateId: neighbour.id })
    await dispatch()
    assert.lengthOf(await accepted(), 1)
  })

  test('died in three times but found with the provider, it needs no person', async ({
    assert,
  }) => {
    await anInterview()
    await Message.query().update({ crashes: 2 })
    const [{ id, uuid, address, body }] = await claimDue('a process that dies', 'twilio', 5)
    await whatsapp.use().send({ id: uuid, to: address, body })
    for (const minutes of [2, 4]) {
      later(minutes)
      await sweep()
    }
    assert.equal((await Message.findOrFail(id)).status, 'accepted')
  })

  test('what can no longer be useful expires, with the reason', async ({ assert }) => {
    await anInterview({ startsAt: NOW.plus({ minutes: 30 }) })
    later(31)
    await sweep()
    const message = await theMessage()
    assert.equal(message.status, 'expired')
    assert.equal(message.reason, 'too_late')
  })
})
