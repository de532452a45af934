import Contact from '#contacts/models/contact'
import Message from '#messages/models/message'
import { processCall } from '#webhooks/process_call'
import WebhookCall from '#webhooks/models/webhook_call'
import { aCandidate, cleanScene, NOW, processWebhooks, stopClockAt } from '#tests/scene'
import { aSid, inboundCall } from '#tests/twilio_calls'
import { test } from '@japa/runner'

const waiting = async () =>
  (await WebhookCall.query().whereNull('processed_at').orderBy('id')).map(({ id }) => Number(id))

const allAtOnce = async (ids: number[]) => Promise.allSettled(ids.map((id) => processCall(id)))

test.group('Many messages of one person at once', (group) => {
  group.each.setup(cleanScene)

  test('one that comes ten times, understood by several workers at once, is one', async ({
    assert,
  }) => {
    await aCandidate()
    const calls = Array.from({ length: 10 }, () => inboundCall(aSid(1), 'oi'))
    assert.isTrue((await Promise.all(calls)).every(({ status }) => status === 200))
    const [id, ...more] = await waiting()
    assert.isEmpty(more)
    await allAtOnce([id, id, id])
    await processWebhooks()
    assert.lengthOf(await Message.all(), 1)
    assert.isNotNull((await WebhookCall.firstOrFail()).processedAt)
  })

  test('twenty different ones are twenty, of one person', async ({ assert }) => {
    await aCandidate()
    const texts = Array.from({ length: 20 }, (_, n) => `mensagem ${n}`)
    const answers = await Promise.all(texts.map((text, n) => inboundCall(aSid(n), text)))
    assert.isTrue(answers.every(({ status }) => status === 200))
    await allAtOnce(await waiting())
    await processWebhooks()

    const messages = await Message.all()
    assert.sameMembers(
      messages.map(({ body }) => body),
      texts
    )
    assert.lengthOf(await Contact.all(), 1)
    assert.lengthOf([...new Set(messages.map(({ contactId }) => contactId))], 1)
  })

  test('an old one understood late does not make the last one older', async ({ assert }) => {
    const ana = await aCandidate()
    await inboundCall(aSid(1), 'primeira')
    stopClockAt(NOW.plus({ minutes: 3 }))
    await inboundCall(aSid(2), 'segunda')
    for (const id of (await waiting()).toReversed()) await processCall(id)
    await ana.refresh()
    assert.equal(ana.lastInboundAt!.toISO(), NOW.plus({ minutes: 3 }).toISO())
  })
})
