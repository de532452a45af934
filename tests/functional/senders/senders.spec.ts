import { directory } from '#senders/sender_directory'
import { makeDefault, reinstate, retire } from '#senders/change_senders'
import { configureSender } from '#senders/configure_sender'
import { seal } from '#senders/sealed_settings'
import { senderByNumber, senderByWebhookKey, sendersOf } from '#senders/find_senders'
import { claimDue } from '#messages/claim'
import Message from '#messages/models/message'
import Sender from '#messages/models/sender'
import { Sweeper } from '#messages/sweeper'
import { WhatsappManager } from '#whatsapp/whatsapp_manager'
import config from '#config/whatsapp'
import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import whatsapp from '#whatsapp/services/main'
import {
  accepted,
  anInterview,
  cleanScene,
  dispatch,
  messagesOf,
  processWebhooks,
} from '#tests/scene'
import { aSid, inboundCall } from '#tests/twilio_calls'
import { aCloudApiSender, aTwilioSender, cloudApiSettings, twilioSettings } from './scene.js'
import { test } from '@japa/runner'

test.group('Senders', (group) => {
  group.each.setup(cleanScene)

  test('what opens the account is not in the database as it was typed', async ({ assert }) => {
    await aCloudApiSender()
    const stored = JSON.stringify(await db.from('senders').select('*'))
    const { access_token: token, app_secret: secret } = cloudApiSettings()
    assert.notInclude(stored, token)
    assert.notInclude(stored, secret)
    const [sender] = sendersOf('cloud_api')
    assert.equal(sender.settings.access_token, token)
  })

  test('each has an address of its own that nobody can guess', async ({ assert }) => {
    const [first, second] = [await aTwilioSender(), await aCloudApiSender()]
    assert.notEqual(first.webhookKey, second.webhookKey)
    assert.isAtLeast(Buffer.from(first.webhookKey!, 'base64url').length, 16)
    assert.equal(senderByWebhookKey('cloud_api', second.webhookKey!)?.name, second.name)
    assert.isNull(senderByWebhookKey('chat_app', second.webhookKey!))
    assert.isNull(senderByWebhookKey('cloud_api', ''))
  })

  test('a number is found by how its provider names it', async ({ assert }) => {
    const south = await aTwilioSender()
    const central = await aCloudApiSender()
    assert.equal(senderByNumber('twilio', 'whatsapp:+551140000000')?.name, south.name)
    assert.equal(senderByNumber('twilio', '+14155238886')?.name, 'twilio')
    assert.equal(senderByNumber('cloud_api', '100000000000001')?.name, central.name)
    assert.isNull(senderByNumber('twilio', '+5511999999999'))
  })

  test('what waits on a number that is paused holds up nothing of another', async ({ assert }) => {
    const before = await anInterview()
    const south = await aTwilioSender()
    await makeDefault(south.name)
    await anInterview({ candidateId: before.candidateId })
    const [claimed] = await claimDue('somebody', south.name, 1)
    assert.equal(claimed?.sender, south.name)
    assert.equal((await messagesOf(before))[0].status, 'queued')
  })

  test('interviews are told from the default one, and what was written keeps its sender', async ({
    assert,
  }) => {
    const before = await anInterview()
    const south = await aTwilioSender()
    await makeDefault(south.name)
    const after = await anInterview({ candidateId: before.candidateId })
    await dispatch()
    // To one person one at a time, whatever the number.
    await dispatch()
    const senders = (await Message.query().orderBy('id')).map(({ sender }) => sender)
    assert.deepEqual(senders, ['twilio', south.name])
    // Outside the window a number of the company's own may write no free text; the sandbox may.
    assert.equal((await messagesOf(after))[0].reason, 'needs_template')
    assert.lengthOf(await accepted(), 1)
  })

  test('who writes to a number is answered from it, and told of interviews from the default one', async ({
    assert,
  }) => {
    const south = await aTwilioSender()
    const interview = await anInterview()
    await dispatch()
    await inboundCall(aSid(1), 'sim, confirmo', { To: 'whatsapp:+551140000000' })
    await processWebhooks()
    await interview.refresh()
    assert.equal(interview.status, 'confirmed')
    const said = await Message.query().orderBy('id')
    const [notice, , answer] = said.map(({ direction, sender }) => [direction, sender])
    assert.deepEqual(notice, ['outbound', 'twilio'])
    assert.deepEqual(answer, ['outbound', south.name])
  })

  test('one is the default, whoever chooses', async ({ assert }) => {
    const [south, north] = [await aTwilioSender(), await aTwilioSender('+551140000009')]
    await Promise.all([makeDefault(south.name), makeDefault(north.name), makeDefault('twilio')])
    assert.lengthOf(await Sender.query().where('is_default', true), 1)
    const chosen = await Sender.findByOrFail({ isDefault: true })
    assert.equal(whatsapp.defaultSender, chosen.name)
  })

  test('the same number twice is refused, with the name of the first', async ({ assert }) => {
    await aTwilioSender()
    await assert.rejects(() => aTwilioSender(), /Unidade Sul/)
    await assert.rejects(() => aTwilioSender('+14155238886'), /Twilio/)
    const both = await Promise.allSettled([aCloudApiSender(), aCloudApiSender()])
    assert.sameMembers(
      both.map(({ status }) => status),
      ['fulfilled', 'rejected']
    )
  })

  test('new data open a new gateway, and what the old ones held up is due at once', async ({
    assert,
  }) => {
    const south = await aTwilioSender()
    const old = whatsapp.use(south.name)
    const settings = { ...twilioSettings(), auth_token: 'another' }
    await configureSender(south.name, { provider: 'twilio', label: 'Sul', number: null, settings })
    assert.notStrictEqual(whatsapp.use(south.name), old)
    assert.isFalse((await whatsapp.use(south.name).check()).ok)
    assert.isTrue((await old.check()).ok)
  })

  test('another process knows a number and its new data as soon as it looks', async ({
    assert,
  }) => {
    const other = new WhatsappManager(config, directory)
    await other.refresh()
    const south = await aTwilioSender()
    assert.isFalse(other.knows(south.name))
    await other.meet(south.name)
    const gateway = other.use(south.name)

    const settings = seal({ ...twilioSettings(), auth_token: 'another' })
    await Sender.query().where('id', south.id).update({ settings, config_version: 2 })
    await other.refresh()
    assert.notStrictEqual(other.use(south.name), gateway)
    await other.close()
  })

  test('looking costs one short question while nothing changes', async ({ assert }) => {
    await aTwilioSender()
    await whatsapp.refresh()
    const gateway = whatsapp.use('twilio')
    let read = 0
    const book = { version: () => directory.version(), read: () => (read++, directory.read()) }
    const other = new WhatsappManager(config, book)
    for (let looks = 0; looks < 5; looks += 1) await other.refresh()
    assert.equal(read, 1)
    assert.strictEqual(whatsapp.use('twilio'), gateway)
  })

  test('a retired one sends nothing; what waited leaves from the default one', async ({
    assert,
  }) => {
    const south = await aTwilioSender()
    await makeDefault(south.name)
    const [message] = await messagesOf(await anInterview())
    await makeDefault('twilio')
    await retire(south.name)
    assert.notInclude(whatsapp.senders, south.name)
    assert.include(whatsapp.use(south.name).explain('63024'), 'WhatsApp')

    await message.refresh()
    assert.equal(message.sender, 'twilio')
    await dispatch()
    assert.lengthOf(await accepted(), 1)
  })

  test('what comes back to the queue of a retired one is swept to the default one', async ({
    assert,
  }) => {
    const south = await aTwilioSender()
    await retire(south.name)
    const [message] = await messagesOf(await anInterview())
    await message.merge({ sender: south.name }).save()
    await dispatch()
    assert.isEmpty(await accepted())
    await new Sweeper(whatsapp, logger).sweep()
    await dispatch()
    assert.lengthOf(await accepted(), 1)
  })

  test('the default one and the one of the environment are not retired; others may come back', async ({
    assert,
  }) => {
    const south = await aTwilioSender()
    await assert.rejects(() => retire('twilio'), /padrão/)
    await makeDefault(south.name)
    await assert.rejects(() => retire(south.name), /padrão/)
    await assert.rejects(() => retire('twilio'), /\.env/)
    await makeDefault('twilio')
    await retire(south.name)
    await assert.rejects(() => makeDefault(south.name), /Reative/)
    await reinstate(south.name)
    assert.include(whatsapp.senders, south.name)
  })

  test('one whose data cannot be read holds up nobody but itself', async ({ assert }) => {
    const south = await aTwilioSender()
    await Sender.query().where('id', south.id).update({ settings: 'gone', config_version: 2 })
    await whatsapp.refresh()
    assert.deepEqual(whatsapp.use(south.name).missingSettings, ['settings'])
    const { ok, steps } = await whatsapp.use(south.name).check()
    assert.isFalse(ok)
    assert.include(steps.join(' '), 'APP_KEY')
    await anInterview()
    await dispatch()
    assert.lengthOf(await accepted(), 1)
  })
})
