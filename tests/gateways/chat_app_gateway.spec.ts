import { test } from '@japa/runner'
import { Secret } from '@adonisjs/core/helpers'
import { DateTime } from 'luxon'
import simulatorConfig from '#config/simulator'
import { eventually } from '#tests/eventually'
import { freePort } from '#tests/free_port'
import { MemoryTokenStore } from '#tests/gateways/chat_app_tokens'
import { gatewaySuite, type GatewayUnderTest } from '#tests/gateways/gateway_suite'
import { ScriptedServer } from '#tests/gateways/scripted_server'
import { startSimulator, type SimulatorProcess } from '#tests/simulator_process'
import { ChatAppGateway } from '#whatsapp/gateways/chat_app_gateway'
import type { ChatAppSettings } from '#whatsapp/gateways/chat_app_settings'
import type { StatusReport } from '#whatsapp/gateways/gateway'
import { readChatApp } from '#whatsapp/gateways/chat_app_webhook'

const PERSON = '+5531980000001'
const UUID = '0b9a3c1e-5d7f-4a2b-8c6d-1e2f3a4b5c6d'
const LINE = { licenceId: '12345', messenger: 'grWhatsApp' }
const { email, password, appId, licenceId } = simulatorConfig.chatApp

function openChatApp(
  { baseUrl }: SimulatorProcess,
  settings: Partial<ChatAppSettings> = {},
  tokens = new MemoryTokenStore()
) {
  return new ChatAppGateway(
    {
      email,
      password: new Secret(password),
      appId,
      licenceId,
      messenger: 'grWhatsApp',
      baseUrl: `${baseUrl}/simulator/chat_app`,
      publicUrl: 'http://127.0.0.1:9',
      ...settings,
    },
    tokens
  )
}

const open: GatewayUnderTest['open'] = (simulator, settings = {}) => {
  const { origin, credentials = true, ...connection } = settings
  return openChatApp(simulator, {
    ...connection,
    ...(origin && { baseUrl: origin }),
    ...(!credentials && { password: undefined }),
  })
}

gatewaySuite({
  name: 'ChatApp',
  capabilities: {
    list: true,
    signature: false,
    freeTextAnytime: true,
    templates: false,
    buttons: 0,
    choiceList: false,
    media: ['image', 'video', 'audio', 'document'],
    location: false,
    contacts: false,
    reactions: false,
    quotes: false,
    readMarks: false,
    messagesPerMinute: 10,
  },
  open,
})

test.group('ChatApp gateway', (group) => {
  let simulator: SimulatorProcess
  let application: ScriptedServer
  let tokens: MemoryTokenStore
  let gateway: ChatAppGateway
  /** What a customer set up stays with the provider. */
  let key: string

  group.setup(async () => {
    application = await new ScriptedServer().start()
    application.answerWith(204, '')
    return () => application.stop()
  })

  group.setup(async () => {
    simulator = await startSimulator({ port: await freePort(), appUrl: application.origin })
    return () => simulator.stop()
  })

  group.each.setup(async () => {
    await simulator.control.reset()
    application.requests.length = 0
    tokens = new MemoryTokenStore()
    key = crypto.randomUUID()
    gateway = openChatApp(simulator, { publicUrl: application.origin, webhookKey: key }, tokens)
    return () => gateway.close()
  })

  const send = (from = gateway, to = PERSON) => from.send({ id: UUID, to, body: 'Olá' })

  const pairs = async () => {
    const response = await fetch(`${simulator.baseUrl}/simulator/control/chat_app/tokens`)
    const given = (await response.json()) as { made_by: string }[]
    return given.map(({ made_by: madeBy }) => madeBy)
  }

  const another = (settings: Partial<ChatAppSettings> = {}) =>
    openChatApp(simulator, settings, tokens)

  /** One that another process may have left. */
  const keepPair = (minutes: number) => {
    tokens.tokens!.accessEndsAt = DateTime.utc().plus({ minutes })
  }

  test('it signs in once and stays signed in', async ({ assert }) => {
    for (let n = 0; n < 3; n += 1) assert.containsSubset(await send(), { outcome: 'accepted' })
    await gateway.check()
    assert.deepEqual(await pairs(), ['sign_in'])
  })

  test('several at once, in two gateways, sign in once', async ({ assert }) => {
    const other = another()
    const results = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => send(n % 2 ? gateway : other)))
    assert.isTrue(results.every(({ outcome }) => outcome === 'accepted'))
    assert.deepEqual(await pairs(), ['sign_in'])
    await other.close()
  })

  test('a token that is about to end is refreshed before it does', async ({ assert }) => {
    await send()
    keepPair(5)
    const other = another()
    assert.containsSubset(await send(other), { outcome: 'accepted' })
    assert.deepEqual(await pairs(), ['sign_in', 'refresh'])
    await other.close()
  })

  test('a token that is refused is refreshed, and the message goes out once', async ({
    assert,
  }) => {
    await send()
    await simulator.control.settings({ chat_app_tokens: 'expired' })
    assert.containsSubset(await send(), { outcome: 'accepted' })
    assert.deepEqual(await pairs(), ['sign_in', 'refresh'])
    assert.equal(await simulator.control.accepted(), 2)
  })

  test('the old pair is dead once somebody refreshed; the other gateway takes the new one', async ({
    assert,
  }) => {
    const other = another()
    await send()
    await send(other)
    await simulator.control.settings({ chat_app_tokens: 'expired' })
    assert.containsSubset(await send(other), { outcome: 'accepted' })
    assert.containsSubset(await send(), { outcome: 'accepted' })
    assert.deepEqual(await pairs(), ['sign_in', 'refresh'])
    await other.close()
  })

  test('only when the refresh token is dead, it signs in again', async ({ assert }) => {
    await send()
    await simulator.control.settings({ chat_app_tokens: 'refresh_invalid' })
    assert.containsSubset(await send(), { outcome: 'accepted' })
    assert.deepEqual(await pairs(), ['sign_in', 'sign_in'])
  })

  test('wrong credentials block the sender', async ({ assert }) => {
    const stranger = openChatApp(simulator, { password: new Secret('errada') })
    assert.containsSubset(await send(stranger), {
      outcome: 'sender_blocked',
      code: 'sign_in_refused',
    })
    assert.containsSubset(await stranger.check(), { ok: false })
    assert.lengthOf(await simulator.control.requests(), 0)
    await stranger.close()
  })

  test('every status comes back with our message id, and our own words are not heard as theirs', async ({
    assert,
  }) => {
    await simulator.control.settings({ delays: { sent_ms: 20, delivered_ms: 40, read_ms: 60 } })
    await gateway.check()
    const result = await send()
    await eventually(() => application.requests.length >= 5)
    const [probe, ...calls] = application.requests
    assert.deepEqual([probe.body.toString(), probe.url.pathname], ['', `/webhooks/chat_app/${key}`])
    const heard = calls.map(({ body }) => readChatApp(body.toString(), LINE))
    assert.isTrue(heard.some(({ ignored }) => ignored === 1))
    const statuses = heard.flatMap(({ said }) => said as { status: StatusReport }[])
    assert.deepEqual(
      statuses.map(({ status }) => [status.messageId, status.status]),
      [
        [UUID, 'sent'],
        [UUID, 'delivered'],
        [UUID, 'read'],
      ]
    )
    assert.containsSubset(result, { providerMessageId: statuses[0].status.providerMessageId })
  })

  test('what people write comes exactly as typed')
    .with(['  sim, confirmo  ', 'a=b&c=d+e %20', 'Olá 👩🏽‍💻\n\nשלום', 'çã'])
    .run(async ({ assert }, text) => {
      await gateway.check()
      await send()
      await simulator.control.reply(PERSON, text)
      const heard = () =>
        application.requests
          .flatMap(({ body }) => readChatApp(body.toString(), LINE).said)
          .find((said) => 'message' in said)
      assert.containsSubset(await eventually(heard), { message: { body: text, from: PERSON } })
    })

  test('an old account is found under either spelling of its number', async ({ assert }) => {
    await simulator.control.phone(PERSON, { lacks_ninth_digit: true })
    assert.containsSubset(await send(), { outcome: 'accepted', address: '+553180000001' })
    const since = DateTime.utc().minus({ minutes: 1 })
    for (const to of [PERSON, '+553180000001']) assert.lengthOf(await gateway.list(to, since), 1)
  })

  test('an approved template goes by its id, where there are templates', async ({ assert }) => {
    const official = another({ messenger: 'caWhatsApp' })
    assert.isFalse(official.capabilities.freeTextAnytime)
    const template = {
      name: 'lembrete_v1',
      language: 'pt_BR',
      providerTemplateId: 'tpl-1',
      variables: ['Ana', 'terça'],
      payloads: [],
    }
    const result = await official.send({ id: UUID, to: PERSON, body: 'Olá, Ana', template })
    assert.containsSubset(result, { outcome: 'accepted' })
    const [message] = await simulator.control.messages(PERSON)
    assert.equal(message.body, '[tpl-1] Ana terça')
    assert.equal(message.tracking, UUID)
    await official.close()
  })

  test('what ChatApp cannot carry is refused, not left out', async ({ assert }) => {
    const content = { location: { latitude: -23.5, longitude: -46.6 } }
    const result = await gateway.send({ id: UUID, to: PERSON, body: 'Venha', content })
    assert.containsSubset(result, { outcome: 'rejected', code: 'not_by_chat_app' })
    assert.lengthOf(await simulator.control.requests(), 0)
  })

  test('the check names the licence and says whether it is paid', async ({ assert }) => {
    const { ok, summary } = await gateway.check()
    assert.isTrue(ok)
    assert.include(summary, '“Simulador” (12345), paga')
    await simulator.control.settings({ chat_app_licence: 'unpaid' })
    const unpaid = await gateway.check()
    assert.isFalse(unpaid.ok)
    assert.include(unpaid.summary, 'não paga')
  })

  test('the check does not know a licence of somebody else', async ({ assert }) => {
    const other = another({ licenceId: '999' })
    const { ok, summary, steps } = await other.check()
    assert.isFalse(ok)
    assert.include(summary, '999')
    assert.include(steps.join(), '12345')
    await other.close()
  })

  test('the check tells ChatApp where to call us, once, and says when it is refused', async ({
    assert,
  }) => {
    application.answerWith(500, '')
    const refused = await gateway.check()
    assert.isTrue(refused.ok)
    assert.include(refused.steps.join(), 'endereço de avisos')
    application.answerWith(204, '')
    await gateway.check()
    const probes = application.requests.length
    await gateway.check()
    assert.lengthOf(application.requests, probes)
  })
})

test.group('ChatApp gateway with a provider that lies', (group) => {
  let chatApp: ScriptedServer
  let tokens: MemoryTokenStore
  let gateway: ChatAppGateway
  let refresh: [status: number, body: object]
  let message: [status: number, body: string]

  group.setup(async () => {
    chatApp = await new ScriptedServer().start()
    return () => chatApp.stop()
  })

  group.each.setup(() => {
    chatApp.requests.length = 0
    refresh = [200, aPair()]
    message = [200, JSON.stringify({ success: true, data: { id: 'BAE5', chatId: '55@c.us' } })]
    chatApp.answer((response, { url }) => {
      const [status, body] = url.pathname.endsWith('/v1/tokens')
        ? [200, JSON.stringify(aPair())]
        : url.pathname.endsWith('/v1/tokens/refresh')
          ? [refresh[0], JSON.stringify(refresh[1])]
          : message
      response.writeHead(status, { 'content-type': 'application/json' }).end(body)
    })
    tokens = new MemoryTokenStore()
    gateway = openChatApp({ baseUrl: chatApp.origin } as SimulatorProcess, {}, tokens)
    return () => gateway.close()
  })

  let given = 0
  const aPair = () => ({
    success: true,
    data: {
      accessToken: `access ${(given += 1)}`,
      accessTokenEndTime: Math.floor(Date.now() / 1000) + 86_400,
      refreshToken: `refresh ${given}`,
      refreshTokenEndTime: Math.floor(Date.now() / 1000) + 14 * 86_400,
    },
  })

  const send = () => gateway.send({ id: UUID, to: PERSON, body: 'Olá' })
  const asked = (path: string) =>
    chatApp.requests.filter(({ url }) => url.pathname.endsWith(path)).length

  test('when it cannot refresh, nothing was sent and nobody signs in', async ({ assert }) => {
    await send()
    tokens.tokens!.accessEndsAt = DateTime.utc()
    const fresh = openChatApp({ baseUrl: chatApp.origin } as SimulatorProcess, {}, tokens)
    refresh = [503, {}]
    assert.containsSubset(await fresh.send({ id: UUID, to: PERSON, body: 'Olá' }), {
      outcome: 'not_sent',
      code: 'http_503',
    })
    refresh = [429, {}]
    assert.containsSubset(await fresh.send({ id: UUID, to: PERSON, body: 'Olá' }), {
      outcome: 'throttled',
    })
    assert.equal(asked('/v1/tokens'), 1)
    assert.equal(asked('/messages/text'), 1)
    await fresh.close()
  })

  test('a pair that is refused although it is new is not replaced with every message', async ({
    assert,
  }) => {
    message = [401, JSON.stringify({ success: false, error: { code: 'ApiInvalidTokenError' } })]
    for (let n = 0; n < 5; n += 1)
      assert.containsSubset(await send(), {
        outcome: 'sender_blocked',
        code: 'ApiInvalidTokenError',
      })
    assert.deepEqual([asked('/v1/tokens'), asked('/tokens/refresh')], [1, 1])
  })

  test('an answer means what its status says')
    .with([
      [400, 'rejected'],
      [404, 'rejected'],
      [402, 'sender_blocked'],
      [403, 'sender_blocked'],
      [408, 'unconfirmed'],
      [429, 'throttled'],
      [500, 'unconfirmed'],
    ] as const)
    .run(async ({ assert }, [status, outcome]) => {
      message = [
        status,
        JSON.stringify({ success: false, error: { code: 'SomeLongUnknownErrorOfTheirs' } }),
      ]
      const result = await send()
      assert.containsSubset(result, { outcome, code: `http_${status}` })
      assert.equal(gateway.classifyFailure(`http_${status}`), outcome)
      assert.match(gateway.explain(`http_${status}`), /\.$/)
    })

  test('a success without an id, or that nobody can read, proves nothing')
    .with(['{}', '{"success":true,"data":{}}', '<html>', ''])
    .run(async ({ assert }, body) => {
      message = [200, body]
      assert.containsSubset(await send(), { outcome: 'unconfirmed', code: 'unreadable_answer' })
    })

  test('a refusal with status 200 is a refusal', async ({ assert }) => {
    message = [200, '{"success":false,"error":{"code":"ApiError","message":"no"}}']
    assert.containsSubset(await send(), { outcome: 'rejected', code: 'ApiError' })
  })

  test('a list that may be incomplete is no list', async ({ assert }) => {
    const time = Math.floor(Date.now() / 1000)
    const items = Array.from({ length: 100 }, (_, id) => ({ id, side: 'in', time, message: {} }))
    message = [200, JSON.stringify({ success: true, data: { items } })]
    await assert.rejects(() => gateway.list(PERSON, DateTime.utc().minus({ minutes: 1 })))
    message = [200, JSON.stringify({ success: true, data: {} })]
    await assert.rejects(() => gateway.list(PERSON, DateTime.utc().minus({ minutes: 1 })))
    message = [404, '{}']
    await assert.rejects(() => gateway.list(PERSON, DateTime.utc().minus({ minutes: 1 })))
  })
})
