import Message from '#messages/models/message'
import WebhookCall from '#webhooks/models/webhook_call'
import { addSender } from '#senders/configure_sender'
import { retire } from '#senders/change_senders'
import { seal } from '#senders/sealed_settings'
import db from '@adonisjs/lucid/services/db'
import { aCandidate, cleanScene, processWebhooks } from '#tests/scene'
import { aSid, inboundCall, twilioCalls } from '#tests/twilio_calls'
import { aTwilioSender } from './scene.js'
import { test } from '@japa/runner'

const ACCOUNT = `AC${'b'.repeat(32)}`
const TOKEN = 'token of the other account'

const anotherAccount = (from: string, label = 'Outra conta') =>
  addSender({
    provider: 'twilio',
    label,
    number: null,
    settings: { account_sid: ACCOUNT, auth_token: TOKEN, from },
  })

const written = (to: string, account: string, more = {}) => ({
  AccountSid: account,
  MessageSid: aSid(1),
  SmsStatus: 'received',
  From: 'whatsapp:+5511900000001',
  To: `whatsapp:${to}`,
  Body: 'oi',
  NumMedia: '0',
  ...more,
})

const PATH = '/webhooks/twilio/messages'

test.group('Calls to several Twilio numbers', (group) => {
  group.each.setup(cleanScene)
  group.each.setup(async () => void (await aCandidate()))

  test('a message belongs to the number it was written to', async ({ assert }) => {
    const south = await aTwilioSender()
    const other = await anotherAccount('+551140000005')
    await inboundCall(aSid(1), 'um', { To: 'whatsapp:+551140000000' })
    await inboundCall(aSid(2), 'dois')
    const call = written('+551140000005', ACCOUNT, { MessageSid: aSid(3), Body: 'três' })
    assert.equal((await twilioCalls(PATH, call, TOKEN)).status, 200)
    await processWebhooks()
    const found = (await Message.query().orderBy('id')).map(({ sender, body }) => [body, sender])
    assert.deepEqual(found, [
      ['um', south.name],
      ['dois', 'twilio'],
      ['três', other.name],
    ])
  })

  test('a status belongs to the number it was sent from', async ({ assert }) => {
    const south = await aTwilioSender()
    const call = { MessageSid: aSid(1), MessageStatus: 'sent', From: 'whatsapp:+551140000000' }
    assert.equal((await twilioCalls('/webhooks/twilio/status', call)).status, 204)
    assert.equal((await WebhookCall.firstOrFail()).sender, south.name)
  })

  test('whoever knows one account can say nothing of another', async ({ assert }) => {
    await anotherAccount('+551140000005')
    const forged = written('+14155238886', process.env.TWILIO_ACCOUNT_SID!)
    assert.equal((await twilioCalls(PATH, forged, TOKEN)).status, 403)
    const claimed = await twilioCalls(PATH, written('+551140000005', ACCOUNT))
    assert.equal(claimed.status, 403)
    assert.isEmpty(await WebhookCall.all())
  })

  test('a number of another account named in the body is not reached with this account’s token', async ({
    assert,
  }) => {
    const other = await anotherAccount('+551140000005')
    await twilioCalls(PATH, written('+14155238886', ACCOUNT), TOKEN)
    assert.equal((await WebhookCall.firstOrFail()).sender, other.name)
  })

  test('an account that another process was just told of is genuine', async ({ assert }) => {
    const settings = seal({ account_sid: ACCOUNT, auth_token: TOKEN, from: '+551140000005' })
    const now = new Date().toISOString()
    await db.table('senders').insert({
      name: 'twilio_elsewhere',
      label: 'Norte',
      provider: 'twilio',
      number: '+551140000005',
      settings,
      webhook_key: 'k',
      messages_per_second: 80,
      config_version: 1,
      created_at: now,
      updated_at: now,
    })
    const { status } = await twilioCalls(PATH, written('+551140000005', ACCOUNT), TOKEN)
    assert.equal(status, 200)
    assert.equal((await WebhookCall.firstOrFail()).sender, 'twilio_elsewhere')
  })

  test('what is written to a retired number is still heard', async ({ assert }) => {
    const other = await anotherAccount('+551140000005')
    await retire(other.name)
    const { status } = await twilioCalls(PATH, written('+551140000005', ACCOUNT), TOKEN)
    assert.equal(status, 200)
    await processWebhooks()
    assert.equal((await Message.firstOrFail()).sender, other.name)
  })
})
