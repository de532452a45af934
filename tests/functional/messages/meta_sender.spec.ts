import type Contact from '#contacts/models/contact'
import { receiveInbound } from '#messages/inbound'
import Message from '#messages/models/message'
import Sender from '#messages/models/sender'
import { Sweeper } from '#messages/sweeper'
import whatsapp from '#whatsapp/services/main'
import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { DateTime } from 'luxon'
import { aMetaSender } from '#tests/cloud_api_calls'
import {
  accepted,
  aCandidate,
  anInterview,
  cleanScene,
  deliverCallbacks,
  dispatch,
  messagesOf,
  NOW,
  simulator,
  stopClockAt,
} from '#tests/scene'

const sweep = () => new Sweeper(whatsapp, logger).sweep()
const later = (minutes: number) => stopClockAt(NOW.plus({ minutes }))
const theMessage = () => Message.query().where('direction', 'outbound').orderBy('id').firstOrFail()

test.group('A number at Meta', (group) => {
  let sender: string

  group.each.setup(cleanScene)
  group.each.setup(async () => {
    sender = (await aMetaSender({ isDefault: true })).name
  })

  /** Who wrote to this number has an open window. */
  async function wrote(contact: Contact) {
    const inbound = {
      providerMessageId: `wamid.${contact.id}`,
      from: contact.address!,
      body: 'Oi',
      profileName: contact.name,
    }
    await receiveInbound(inbound, { sender, provider: 'cloud_api', at: NOW.minus({ minutes: 5 }) })
    return contact.refresh()
  }

  const someone = async (n: number) =>
    wrote(await aCandidate({ name: `Pessoa ${n}`, phone: `+551199000000${n}` }))

  const invite = async (contact: Contact) => {
    const interview = await anInterview({ candidateId: contact.id })
    return (await messagesOf(interview))[0]
  }

  const plan = (contact: Contact, body: string) =>
    db.transaction((trx) =>
      Message.plan(
        {
          kind: 'reply',
          contact,
          address: contact.address,
          sender,
          body,
          dedupeKey: body,
          sendAt: NOW,
          expiresAt: null,
        },
        trx
      )
    )

  test('a booking goes out through it, and its ticks come back', async ({ assert }) => {
    const message = await invite(await someone(1))
    await dispatch()
    await message.refresh()
    assert.include(message.$attributes, { status: 'accepted', provider: 'cloud_api', sender })
    assert.match(message.providerMessageId!, /^wamid\./)
    await deliverCallbacks()
    assert.equal((await message.refresh()).status, 'read')
    assert.lengthOf(await accepted(), 1)
  })

  test('reported by people, it rests for an hour and loses nothing', async ({ assert }) => {
    stopClockAt()
    await simulator('PUT', 'settings', { fault: 'error_code', error_code: 131048, times: 1 })
    const message = await invite(await someone(1))
    await dispatch()
    assert.equal((await message.refresh()).status, 'queued')
    const { heldUntil } = await Sender.findByOrFail('name', sender)
    assert.isAtLeast(heldUntil!.diff(NOW).as('minutes'), 60)
    later(59)
    await dispatch()
    assert.isEmpty(await accepted())
    later(61)
    await dispatch()
    assert.lengthOf(await accepted(), 1)
  })

  test('nobody who has not written gets a free text', async ({ assert }) => {
    const message = await invite(await aCandidate())
    await dispatch()
    assert.include((await message.refresh()).$attributes, {
      status: 'failed',
      reason: 'needs_template',
    })
    assert.isEmpty(await accepted())
  })

  test('the address by which Meta knows a person is kept', async ({ assert }) => {
    const ana = await someone(1)
    await simulator('PUT', `phones/${ana.phone}`, { lacks_ninth_digit: true })
    const message = await invite(ana)
    await dispatch()
    assert.equal((await message.refresh()).status, 'accepted')
    assert.equal((await ana.refresh()).address, '+551190000001')
    assert.equal(ana.phone, '+5511990000001')
  })

  test('a callback settles what no answer confirmed', async ({ assert }) => {
    await simulator('PUT', 'settings', { fault: 'accept_then_500', times: 1 })
    const message = await invite(await someone(1))
    await dispatch()
    assert.equal((await message.refresh()).status, 'unconfirmed')
    await deliverCallbacks()
    assert.equal((await message.refresh()).status, 'read')
    assert.match(message.providerMessageId!, /^wamid\./)
  })

  test('without a callback nothing is repeated, and in the end a person decides', async ({
    assert,
  }) => {
    await simulator('PUT', 'settings', { fault: 'http_503_empty', times: 1 })
    const message = await invite(await someone(1))
    await dispatch()
    for (const minutes of [2, 4, 29]) {
      later(minutes)
      await sweep()
      await dispatch()
      assert.equal((await message.refresh()).reason, 'unconfirmed')
    }
    later(31)
    await sweep()
    await message.refresh()
    assert.include(message.$attributes, { status: 'unconfirmed', reason: 'needs_person' })
    assert.isTrue(message.isResendable)
    assert.isEmpty(await accepted())
  })

  test('what was accepted and never heard of again troubles nobody', async ({ assert }) => {
    const complaints: unknown[] = []
    const message = await invite(await someone(1))
    await dispatch()
    later(11)
    await new Sweeper(whatsapp, {
      ...logger,
      warn: (it: unknown) => complaints.push(it),
    } as never).sweep()
    assert.equal((await message.refresh()).status, 'accepted')
    assert.isEmpty(complaints)
  })

  test('only the person waits who was written to too fast, in order', async ({ assert }) => {
    const [ana, bruno] = [await someone(1), await someone(2)]
    await plan(ana, 'primeira')
    await simulator('PUT', 'settings', { fault: 'error_code', error_code: 131056, times: 1 })
    await dispatch()
    const first = await theMessage()
    assert.include(first.$attributes, { status: 'queued', reason: 'throttled' })
    assert.include(first.explanation, 'mesma pessoa')
    assert.equal((await Sender.named(sender)).state, 'open')

    await plan(ana, 'segunda')
    await plan(bruno, 'de Bruno')
    await dispatch()
    const texts = async () => (await accepted()).map(({ body }) => body)
    assert.deepEqual(await texts(), ['de Bruno'])

    stopClockAt(NOW.plus({ seconds: 2 }))
    await dispatch()
    assert.deepEqual(await texts(), ['de Bruno', 'primeira', 'segunda'])
  })

  test('it waits longer each time', async ({ assert }) => {
    const ana = await someone(1)
    await plan(ana, 'oi')
    await simulator('PUT', 'settings', { fault: 'error_code', error_code: 131056 })
    const waits: number[] = []
    let now: DateTime = NOW
    for (let tries = 0; tries < 6; tries += 1) {
      await dispatch()
      const { sendAt } = await theMessage()
      waits.push(sendAt!.diff(now).as('seconds'))
      now = sendAt!
      stopClockAt(now)
    }
    assert.deepEqual(waits, [1, 4, 16, 64, 256, 256])
  })

  test('a throughput limit makes the whole number wait', async ({ assert }) => {
    const [ana, bruno] = [await someone(1), await someone(2)]
    await plan(ana, 'primeira')
    await simulator('PUT', 'settings', { fault: 'http_429', retry_after: 30, times: 1 })
    await dispatch()
    await plan(bruno, 'de Bruno')
    await dispatch()
    assert.isEmpty(await accepted())
    assert.equal((await Sender.named(sender)).state, 'held')
  })
})
