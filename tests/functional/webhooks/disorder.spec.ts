import Message from '#messages/models/message'
import Receipt from '#messages/models/receipt'
import { Sweeper } from '#messages/sweeper'
import WebhookCall from '#webhooks/models/webhook_call'
import { anInterview, cleanScene, dispatch, messagesOf, NOW } from '#tests/scene'
import { processWebhooks, simulator, stopClockAt } from '#tests/scene'
import { statementsDuring } from '#tests/statements'
import { aSid, inboundCall, statusCall, twilioCalls } from '#tests/twilio_calls'
import whatsapp from '#whatsapp/services/main'
import logger from '@adonisjs/core/services/logger'
import { test } from '@japa/runner'
import fc from 'fast-check'

const sweep = () => new Sweeper(whatsapp, logger).sweep()

async function anAcceptedMessage() {
  const interview = await anInterview()
  await dispatch()
  const [message] = await messagesOf(interview)
  return message
}

test.group('What a provider says, out of order', (group) => {
  group.each.setup(cleanScene)

  test('read, then delivered, then sent: it stays read, and each word is kept', async ({
    assert,
  }) => {
    const message = await anAcceptedMessage()
    for (const status of ['read', 'delivered', 'sent']) {
      await statusCall(message.providerMessageId!, status, message.uuid)
      await processWebhooks()
    }
    await message.refresh()
    assert.equal(message.status, 'read')
    const words = await Receipt.query().orderBy('id')
    assert.deepEqual(
      words.map(({ status }) => status),
      ['read', 'delivered', 'sent']
    )
  })

  test('in any order, any number of times, it ends where the furthest word puts it', async ({
    assert,
  }) => {
    const words = fc.array(fc.constantFrom('queued', 'sent', 'delivered', 'read'), { minLength: 1 })
    const order = ['queued', 'sent', 'delivered', 'read']
    await fc.assert(
      fc.asyncProperty(words, async (said) => {
        await Promise.all([Receipt.query().delete(), WebhookCall.query().delete()])
        const message = await Message.first()
        const { id, providerMessageId, uuid } = message ?? (await anAcceptedMessage())
        await Message.query().where({ id }).update({ status: 'accepted' })
        await Promise.all(said.map((status) => statusCall(providerMessageId!, status, uuid)))
        await processWebhooks()

        const furthest = Math.max(...said.map((word) => order.indexOf(word)))
        const { status } = await Message.findOrFail(id)
        assert.equal(status, ['accepted', 'sent', 'delivered', 'read'][furthest])
        assert.lengthOf(await Receipt.all(), new Set(said).size)
      }),
      { numRuns: 15 }
    )
  })

  test('the same word ten times at once is one receipt', async ({ assert }) => {
    const { providerMessageId: sid, uuid } = await anAcceptedMessage()
    const calls = Array.from({ length: 10 }, () => statusCall(sid!, 'delivered', uuid))
    const answers = await Promise.all(calls)
    assert.isTrue(answers.every(({ status }) => status === 204))
    await Promise.all([processWebhooks(), processWebhooks()])
    assert.lengthOf(await Receipt.all(), 1)
  })

  test('a week later, the whole story once more changes nothing', async ({ assert }) => {
    const message = await anAcceptedMessage()
    const say = async () => {
      for (const status of ['sent', 'delivered', 'read']) {
        await statusCall(message.providerMessageId!, status, message.uuid)
        await processWebhooks()
      }
    }
    await say()
    const before = (await Message.firstOrFail()).serialize()
    stopClockAt(NOW.plus({ days: 7 }))
    await say()
    assert.deepEqual((await Message.firstOrFail()).serialize(), before)
  })

  test('a forged call is refused before the database is asked anything', async ({ assert }) => {
    const params = { MessageSid: aSid(1), MessageStatus: 'read', Body: 'oi' }
    const asked = await statementsDuring(async () => {
      for (const path of ['/webhooks/twilio/status?message=x', '/webhooks/twilio/messages']) {
        const { status } = await twilioCalls(path, params, 'another token')
        assert.equal(status, 403)
      }
    })
    assert.isEmpty(asked)
  })

  test('a failure told before the answer to the send, without our id, is found out by asking', async ({
    assert,
  }) => {
    await simulator('PUT', 'settings', { callbacks: 'lost' })
    await simulator('PUT', 'phones/+5511900000001', { joined: false })
    await statusCall(aSid(7), 'failed', undefined, { ErrorCode: '63015' })
    await processWebhooks()
    assert.equal((await WebhookCall.firstOrFail()).outcome, 'unknown_message')

    const { id } = await anAcceptedMessage()
    await simulator('POST', 'callbacks/release')
    stopClockAt(NOW.plus({ minutes: 11 }))
    await sweep()
    const message = await Message.findOrFail(id)
    assert.equal(message.status, 'failed')
    assert.equal(message.errorCode, '63015')
  })
})

test.group('What people write', (group) => {
  group.each.setup(cleanScene)

  const ODD = {
    'nothing': '',
    'spaces': '   ',
    'line breaks': '\r\n\n oi \n',
    'emoji': '👩🏽‍💻🇧🇷❤️',
    'right to left': '\u202Eoi\u202C שלום',
    'NUL': 'a\u0000b',
    'plus, percent and ampersand': 'a+b%20c&d=e;f',
    '1,600 characters': 'ã'.repeat(1600),
  }
  for (const [what, text] of Object.entries(ODD)) {
    test(`${what}: taken as genuine, and kept as written`, async ({ assert }) => {
      const { status } = await inboundCall(aSid(1), text)
      assert.equal(status, 200)
      await processWebhooks()
      const { body } = await Message.firstOrFail()
      assert.equal(body, text.replaceAll('\u0000', ''))
    })
  }

  test('ten pictures', async ({ assert }) => {
    const media = Array.from({ length: 10 }, (_, n) => [
      [`MediaUrl${n}`, `https://api.example/media/${n}`],
      [`MediaContentType${n}`, 'image/jpeg'],
    ])
    const more = { NumMedia: '10', ...Object.fromEntries(media.flat()) }
    const { status } = await inboundCall(aSid(1), '', more)
    assert.equal(status, 200)
    await processWebhooks()
    assert.lengthOf((await Message.firstOrFail()).content!.media!, 10)
  })
})
