import { sendersOf } from '#senders/find_senders'
import { SealedTokenStore } from '#senders/sealed_token_store'
import { openGateway } from '#whatsapp/open_gateway'
import type { SettingsOf } from '#whatsapp/sender_account'
import whatsapp from '#whatsapp/services/main'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { aChatAppSender, chatAppSettings } from '#tests/chat_app_calls'
import { aUser, cleanScene, NOW, simulator, stopClockAt } from '#tests/scene'

const NAME = 'chat_app_teste'
const TIMEOUT_MS = 5000

const pairs = async () => {
  const given = await simulator<{ made_by: string }[]>('GET', 'chat_app/tokens')
  return given.map(({ made_by: madeBy }) => madeBy)
}

const row = () => db.from('chat_app_tokens').where('sender', NAME).first()

/** As another process opens it, with nothing in memory. */
const open = (settings: SettingsOf['chat_app'] = chatAppSettings()) =>
  openGateway(
    { name: NAME, provider: 'chat_app', settings },
    { webhookKey: null, chatAppTokens: new SealedTokenStore(NAME) }
  )

type Opened = ReturnType<typeof open>

const send = (gateway: Opened) =>
  gateway.send({ id: crypto.randomUUID(), to: '+5511900000001', body: 'Olá' })

test.group('The tokens of a ChatApp number', (group) => {
  const opened: Opened[] = []
  const another = (settings?: SettingsOf['chat_app']) => {
    const gateway = open(settings)
    opened.push(gateway)
    return gateway
  }

  group.each.setup(cleanScene)
  group.each.teardown(async () => {
    await Promise.all(opened.splice(0).map((gateway) => gateway.close()))
  })

  test('a number added in the settings opens with them', async ({ assert }) => {
    const { name } = await aChatAppSender()
    const { ok, summary } = await whatsapp.use(name).check()
    assert.isTrue(ok, summary)
    assert.deepEqual(await pairs(), ['sign_in'])
  })

  test('they cannot be read in the database', async ({ assert }) => {
    await send(another())
    const { tokens } = await new SealedTokenStore(NAME).read()
    const stored = JSON.stringify(await db.from('chat_app_tokens').select('*'))
    assert.isNotEmpty(tokens!.access)
    assert.notInclude(stored, tokens!.access)
    assert.notInclude(stored, tokens!.refresh)
  })

  test('several processes at once sign in once', async ({ assert }) => {
    const results = await Promise.all([another(), another(), another(), another()].map(send))
    assert.isTrue(results.every(({ outcome }) => outcome === 'accepted'))
    assert.deepEqual(await pairs(), ['sign_in'])
    assert.containsSubset(await row(), { version: 1, lease: null })
  })

  test('a new process goes on with what is kept', async ({ assert }) => {
    await send(another())
    await send(another())
    assert.deepEqual(await pairs(), ['sign_in'])
  })

  test('shortly before the end they are refreshed, once for all, and nobody signs in', async ({
    assert,
  }) => {
    const gateways = [another(), another(), another()]
    await Promise.all(gateways.map(send))
    stopClockAt(NOW.plus({ hours: 23, minutes: 55 }))
    const results = await Promise.all([...gateways, another()].map(send))
    assert.isTrue(results.every(({ outcome }) => outcome === 'accepted'))
    assert.deepEqual(await pairs(), ['sign_in', 'refresh'])
  })

  test('two weeks later there is nothing left to refresh with', async ({ assert }) => {
    await send(another())
    stopClockAt(NOW.plus({ days: 15 }))
    assert.containsSubset(await send(another()), { outcome: 'accepted' })
    assert.deepEqual(await pairs(), ['sign_in', 'sign_in'])
  })

  test('refused to all at once, they are refreshed once', async ({ assert }) => {
    const gateways = [another(), another(), another()]
    await Promise.all(gateways.map(send))
    await simulator('PUT', 'settings', { chat_app_tokens: 'expired' })
    const results = await Promise.all(gateways.map(send))
    assert.isTrue(results.every(({ outcome }) => outcome === 'accepted'))
    assert.deepEqual(await pairs(), ['sign_in', 'refresh'])
  })

  test('while one that died holds the lease, what has not ended serves', async ({ assert }) => {
    await send(another())
    stopClockAt(NOW.plus({ hours: 23, minutes: 55 }))
    const { version } = await new SealedTokenStore(NAME).read()
    assert.isNotNull(await new SealedTokenStore(NAME).lease(version, TIMEOUT_MS))
    assert.containsSubset(await send(another()), { outcome: 'accepted' })
    assert.deepEqual(await pairs(), ['sign_in'])

    stopClockAt(DateTime.utc().plus({ minutes: 4 }))
    assert.containsSubset(await send(another()), { outcome: 'accepted' })
    assert.deepEqual(await pairs(), ['sign_in', 'refresh'])
  })

  test('who lost the lease keeps nothing over what the next one kept', async ({ assert }) => {
    const store = new SealedTokenStore(NAME)
    const lost = await store.lease(0, TIMEOUT_MS)
    assert.isNull(await store.lease(0, TIMEOUT_MS))
    stopClockAt(NOW.plus({ minutes: 1 }))
    const taken = await store.lease(0, TIMEOUT_MS)
    const pair = (access: string) => ({
      account: 'a',
      access,
      accessEndsAt: NOW,
      refresh: 'r',
      refreshEndsAt: NOW,
    })
    await store.keep(taken!, pair('do segundo'))
    await store.keep(lost!, pair('do primeiro'))
    const { tokens, version } = await store.read()
    assert.equal(tokens!.access, 'do segundo')
    assert.equal(version, 1)
    assert.isNull(await store.lease(0, TIMEOUT_MS))
  })

  test('those of one account are not shown for another', async ({ assert }) => {
    await send(another())
    const result = await send(another({ ...chatAppSettings(), email: 'outra@convoca.test' }))
    assert.containsSubset(result, { outcome: 'sender_blocked', code: 'sign_in_refused' })
    assert.deepEqual(await pairs(), ['sign_in'])
  })

  test('a sign-in that is refused leaves the lease free', async ({ assert }) => {
    await send(another({ ...chatAppSettings(), password: 'errada' }))
    assert.containsSubset(await row(), { version: 0, lease: null })
    assert.containsSubset(await send(another()), { outcome: 'accepted' })
  })
})

test.group('The page of a ChatApp number', (group) => {
  group.each.setup(cleanScene)

  test('it says how few leave in a minute, and takes another pace', async ({ assert, client }) => {
    const admin = await aUser('admin')
    const { id, name } = await aChatAppSender()
    const page = await client.get(`/settings/numbers/${id}`).loginAs(admin)
    assert.include(page.text(), 'até 10 por minuto')

    const saved = await client
      .put(`/settings/numbers/${id}`)
      .loginAs(admin)
      .withCsrfToken()
      .form({ label: 'ChatApp', ...chatAppSettings(), password: '', messages_per_minute: '20' })
      .redirects(0)
    assert.equal(saved.status(), 302)
    assert.equal(whatsapp.use(name).capabilities.messagesPerMinute, 20)
    assert.deepEqual(sendersOf('chat_app')[0].settings.password, chatAppSettings().password)
  })
})
