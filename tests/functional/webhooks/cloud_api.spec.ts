import { appUrl } from '#config/app'
import simulator from '#config/simulator'
import Contact from '#contacts/models/contact'
import Conversation from '#messages/models/conversation'
import Message from '#messages/models/message'
import WebhookCall from '#webhooks/models/webhook_call'
import { processNewCalls } from '#webhooks/process_new_calls'
import logger from '@adonisjs/core/services/logger'
import { test } from '@japa/runner'
import { mock } from 'node:test'
import {
  aMetaSender,
  hubSignature,
  metaFixture,
  metaPosts,
  metaSays,
  metaText,
} from '#tests/cloud_api_calls'
import { aCandidate, cleanScene, processWebhooks } from '#tests/scene'

const { cloudApi } = simulator
/** WhatsApp knows it without its ninth digit. */
const ANA = '+5511990000001'
const PATHS = ['/webhooks/whatsapp', '/webhook']

function verification(query: Record<string, string>, path: string = PATHS[0]) {
  return fetch(`${appUrl}${path}?${new URLSearchParams(query)}`)
}

const question = (more = {}) => ({
  'hub.mode': 'subscribe',
  'hub.challenge': '1158201444',
  'hub.verify_token': cloudApi.verifyToken,
  ...more,
})

const outcomes = async () => (await WebhookCall.query().orderBy('id')).map((call) => call.outcome)
const bodies = async () => (await Message.query().orderBy('id')).map(({ body }) => body)

test.group('Meta webhooks | verification', (group) => {
  group.each.setup(cleanScene)
  group.each.setup(async () => void (await aMetaSender()))

  test('the challenge comes back as plain text at {$self}')
    .with(PATHS)
    .run(async ({ assert }, path) => {
      const response = await verification(question(), path)
      assert.equal(response.status, 200)
      assert.match(response.headers.get('content-type')!, /^text\/plain/)
      assert.equal(await response.text(), '1158201444')
    })

  test('nobody else is answered')
    .with([
      { 'hub.verify_token': 'errado' },
      { 'hub.verify_token': '' },
      { 'hub.mode': 'unsubscribe' },
      { 'hub.mode': '' },
    ])
    .run(async ({ assert }, wrong) => {
      const response = await verification(question(wrong))
      assert.equal(response.status, 403)
      assert.notInclude(await response.text(), '1158201444')
    })
})

test.group('Meta webhooks | arrival', (group) => {
  group.each.setup(cleanScene)
  group.each.setup(async () => void (await aMetaSender()))

  test('a genuine batch is kept as it came, and answered, at {$self}')
    .with(PATHS)
    .run(async ({ assert }, path) => {
      const response = await metaSays(metaFixture('text'), { path })
      assert.equal(response.status, 200)
      assert.deepEqual(await response.json(), { status: 'ok' })
      const [call, ...more] = await WebhookCall.all()
      assert.isEmpty(more)
      assert.include(call.$attributes, { provider: 'cloud_api', kind: 'batch' })
      assert.include(call.body, '\\ud83d\\udc4d')
    })

  test('nothing genuine is refused')
    .with([
      '{"object":"whatsapp_business_account","entry":[]}',
      '{ "object" : "whatsapp_business_account" , "entry" : [ ] }\n',
      '{"object":"whatsapp_business_account","entry":[],"a":"Ol\\u00e1 \\ud83d\\udc4d \\/"}',
      '{"object":"whatsapp_business_account","entry":[],"a":"Olá 👍 "}',
      '{"object":"page","entry":[{}]}',
      'isto não é JSON',
      'com \u0000 no meio',
    ])
    .run(async ({ assert }, body) => {
      const response = await metaPosts(body)
      assert.equal(response.status, 200)
      assert.deepEqual(await response.json(), { status: 'ignored' })
      assert.lengthOf(await WebhookCall.all(), 1)
      await processWebhooks()
      assert.lengthOf(await Message.all(), 0)
    })

  test('what is for somebody else, or says nothing, is ignored: {$self}')
    .with(['account_errors', 'template_status', 'account_update', 'message_echoes'])
    .run(async ({ assert }, name) => {
      assert.deepEqual(await (await metaSays(metaFixture(name))).json(), { status: 'ignored' })
      await processWebhooks()
      assert.deepEqual(await outcomes(), ['ignored'])
    })

  test('another number, though signed by the same app, is not ours', async ({ assert }) => {
    const batch = metaFixture('text')
    batch.entry[0].changes[0].value.metadata.phone_number_id = '100000000000009'
    assert.deepEqual(await (await metaSays(batch)).json(), { status: 'ignored' })
    await processWebhooks()
    assert.deepEqual(await outcomes(), ['ignored'])
    assert.isEmpty(await Message.all())
  })

  test('forged, unsigned or altered, it is refused before anything is done')
    .with([
      { signature: null },
      { signature: '' },
      { signature: `sha256=${'0'.repeat(64)}` },
      { signature: hubSignature('{}', 'segredo de outro') },
      { signature: hubSignature('outros bytes') },
    ])
    .run(async ({ assert }, calling) => {
      const response = await metaPosts(JSON.stringify(metaFixture('text')), calling)
      assert.equal(response.status, 403)
      assert.equal(await response.text(), '')
      assert.isEmpty(await WebhookCall.all())
    })

  test('the same JSON written again is not what was signed', async ({ assert }) => {
    const signature = hubSignature(JSON.stringify(metaFixture('text')))
    const response = await metaSays(metaFixture('text'), { signature })
    assert.equal(response.status, 403)
  })

  test('a batch of almost three megabytes is taken, a larger one is not', async ({ assert }) => {
    const filled = (bytes: number) => {
      const batch = JSON.stringify({ ...metaFixture('text'), filler: '' })
      return batch.replace('"filler":""', `"filler":"${'a'.repeat(bytes - batch.length)}"`)
    }
    assert.equal((await metaPosts(filled(3 * 1024 * 1024 - 10))).status, 200)
    assert.equal((await metaPosts(filled(3 * 1024 * 1024 + 10))).status, 413)
    assert.lengthOf(await WebhookCall.all(), 1)
  })

  test('other webhooks take no more than a megabyte', async ({ assert }) => {
    const body = 'a'.repeat(1024 * 1024 + 10)
    const response = await fetch(`${appUrl}/webhooks/twilio/messages`, { method: 'POST', body })
    assert.equal(response.status, 413)
  })

  test('a secret of any of our numbers will do', async ({ assert }) => {
    await aMetaSender({ phone_number_id: '100000000000009', app_secret: 'outro-app' } as object)
    const body = JSON.stringify(metaFixture('several_numbers'))
    const response = await metaPosts(body, { signature: hubSignature(body, 'outro-app') })
    assert.deepEqual(await response.json(), { status: 'ok' })
    await processWebhooks()
    assert.deepEqual(await bodies(), ['um', 'para outro número'])
    const senders = (await Message.query().orderBy('id')).map(({ sender }) => sender)
    assert.lengthOf(new Set(senders), 2)
  })
})

test.group('Meta webhooks | what they do', (group) => {
  group.each.setup(cleanScene)
  let sender: string
  group.each.setup(async () => {
    sender = (await aMetaSender()).name
  })

  test('ten copies of one call at once are one message', async ({ assert }) => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => metaSays(metaText('wamid.A', 'oi')))
    )
    assert.isTrue(answers.every(({ status }) => status === 200))
    await Promise.all([processNewCalls(), processNewCalls()])
    assert.deepEqual(await bodies(), ['oi'])
    const [conversation, ...more] = await Conversation.all()
    assert.isEmpty(more)
    assert.include(conversation.$attributes, { sender, unreadCount: 1 })
  })

  test('one message in ten different batches is one message', async ({ assert }) => {
    for (let n = 0; n < 10; n += 1) await metaSays({ ...metaText('wamid.A', 'oi'), n })
    await Promise.all([processNewCalls(), processNewCalls()])
    assert.lengthOf(await WebhookCall.all(), 10)
    assert.deepEqual(await bodies(), ['oi'])
  })

  test('twenty messages of somebody new are one conversation', async ({ assert }) => {
    const calls = Array.from({ length: 20 }, (_, n) => metaSays(metaText(`wamid.${n}`, `${n}`)))
    await Promise.all(calls)
    await Promise.all([processNewCalls(), processNewCalls()])
    assert.lengthOf(await Message.all(), 20)
    assert.lengthOf(await Contact.all(), 1)
    assert.equal((await Conversation.firstOrFail()).unreadCount, 20)
  })

  test('a person is known by the exact address Meta has for them', async ({ assert }) => {
    const ana = await aCandidate({ phone: ANA })
    await metaSays(metaText('wamid.A', 'oi'))
    await processWebhooks()
    await ana.refresh()
    assert.equal(ana.whatsappAddress, '+551190000001')
    assert.equal(ana.whatsappUserId, 'BR.1a2b3c4d5e6f')
    assert.equal((await Message.firstOrFail()).contactId, ana.id)
  })

  test('who hides their number is one person, today and tomorrow', async ({ assert }) => {
    await metaSays(metaFixture('text_from_hidden_number'))
    const again = metaFixture('text_from_hidden_number')
    again.entry[0].changes[0].value.messages[0].id = 'wamid.AGAIN'
    await metaSays(again)
    await processWebhooks()
    const [person, ...more] = await Contact.all()
    assert.isEmpty(more)
    assert.include(person.$attributes, { name: 'Ana Exemplo', phone: null })
    assert.equal(person.address, 'BR.1a2b3c4d5e6f')
  })

  test('who changed their number is written to at the new one', async ({ assert }) => {
    const ana = await aCandidate({ phone: ANA })
    await metaSays(metaFixture('system_changed_number'))
    await processWebhooks()
    await ana.refresh()
    assert.equal(ana.address, '+5511900000077')
    assert.equal(ana.phone, ANA)
    assert.isEmpty(await Message.all())
  })

  test("a number that somebody else has is nobody else's", async ({ assert }) => {
    const ana = await aCandidate({ phone: ANA })
    await aCandidate({ name: 'Bruno Fictício', phone: '+5511900000077' })
    await metaSays(metaFixture('system_changed_number'))
    await processWebhooks()
    await ana.refresh()
    assert.equal(ana.address, ANA)
  })

  test('good items of a bad batch are heeded', async ({ assert }) => {
    await metaSays(metaFixture('good_among_bad'))
    await processWebhooks()
    assert.deepEqual(await bodies(), ['', 'boa'])
    assert.deepEqual(await outcomes(), ['received'])
  })

  test('an item that cannot be kept is tried again, its neighbours are not', async ({
    assert,
    cleanup,
  }) => {
    const complaints = mock.method(logger, 'error', () => {})
    cleanup(() => complaints.mock.restore())
    const batch = metaText('wamid.A', 'primeira')
    const { messages } = batch.entry[0].changes[0].value
    messages.unshift({ ...messages[0], id: 'wamid.POISON' })
    await metaSays(batch)
    const create = Message.create
    const failing = mock.method(Message, 'create', function (this: never, row: any, options: any) {
      if (row.providerMessageId === 'wamid.POISON') throw new Error('no room')
      return create.call(Message, row, options)
    })
    await processNewCalls()
    failing.mock.restore()
    assert.deepEqual(await bodies(), ['primeira'])
    assert.isNull((await WebhookCall.firstOrFail()).processedAt)
    await processWebhooks()
    assert.lengthOf(await Message.all(), 2)
  })
})
