import { test } from '@japa/runner'
import { Secret } from '@adonisjs/core/helpers'
import { eventually } from '#tests/eventually'
import { freePort } from '#tests/free_port'
import { gatewaySuite, type GatewayUnderTest } from '#tests/gateways/gateway_suite'
import { openTwilio } from '#tests/gateways/open_twilio'
import { ScriptedServer, type SeenRequest } from '#tests/gateways/scripted_server'
import { startSimulator, type SimulatorProcess } from '#tests/simulator_process'
import type { TwilioGateway } from '#whatsapp/gateways/twilio_gateway'
import { parseInbound } from '#whatsapp/gateways/twilio_inbound'
import { parseStatus, verifySignature } from '#whatsapp/gateways/twilio_webhook'

const PERSON = '+5531980000001'
const UUID = '0b9a3c1e-5d7f-4a2b-8c6d-1e2f3a4b5c6d'

const open: GatewayUnderTest['open'] = (simulator, settings = {}) => {
  const { origin, credentials = true, ...connection } = settings
  return openTwilio(simulator, {
    ...connection,
    ...(origin && { baseUrl: origin }),
    ...(!credentials && { authToken: undefined }),
  })
}

gatewaySuite({
  name: 'Twilio',
  capabilities: {
    list: true,
    signature: true,
    freeTextAnytime: true,
    templates: true,
    buttons: 3,
    choiceList: true,
    media: ['image', 'video', 'audio', 'document'],
    captions: ['image'],
    location: true,
    contacts: false,
    reactions: false,
    quotes: false,
    readMarks: false,
  },
  open,
})

test.group('Twilio gateway', (group) => {
  let simulator: SimulatorProcess
  let application: ScriptedServer
  let gateway: TwilioGateway

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
    gateway = openTwilio(simulator, { publicUrl: application.origin })
    return () => gateway.close()
  })

  const send = (to = PERSON) => gateway.send({ id: UUID, to, body: 'Olá' })

  const isSigned = ({ url, body, headers }: SeenRequest) =>
    verifySignature({
      authToken: simulator.credentials.TWILIO_AUTH_TOKEN,
      url: application.origin + url.pathname + url.search,
      rawBody: body,
      signature: headers['x-twilio-signature'] as string,
    })

  test('every status comes back signed, with our message id', async ({ assert }) => {
    await simulator.control.settings({ delays: { sent_ms: 20, delivered_ms: 40, read_ms: 60 } })
    const result = await send()
    await eventually(() => application.requests.length >= 3)
    const reports = application.requests.map(({ form, url }) => parseStatus(form, url.searchParams))
    assert.isTrue(application.requests.every(isSigned))
    assert.deepEqual(
      reports.map((report) => report?.status),
      ['sent', 'delivered', 'read']
    )
    for (const report of reports) {
      assert.equal(report?.messageId, UUID)
      assert.containsSubset(result, { providerMessageId: report?.providerMessageId })
    }
  })

  test('what people write comes signed and exactly as typed')
    .with(['  sim, confirmo  ', 'a=b&c=d+e %20', 'Olá 👩🏽‍💻\n\nשלום', 'çã'])
    .run(async ({ assert }, text) => {
      await simulator.control.reply(PERSON, text)
      const request = await eventually(() => application.requests.at(0))
      assert.isTrue(isSigned(request))
      assert.containsSubset(parseInbound(request.form), { body: text, from: PERSON })
    })

  test('an old account writes from the address without its ninth digit', async ({ assert }) => {
    await simulator.control.phone(PERSON, { lacks_ninth_digit: true })
    await simulator.control.reply(PERSON, 'Oi')
    const request = await eventually(() => application.requests.at(0))
    assert.equal(parseInbound(request.form)?.from, '+553180000001')
  })

  test('who did not join the sandbox is rejected, at once or later', async ({ assert }) => {
    await simulator.control.phone(PERSON, { joined: false })
    await simulator.control.settings({ refusals: 'sync' })
    assert.containsSubset(await send(), { outcome: 'rejected', code: '63015' })

    await simulator.control.settings({ refusals: 'async' })
    assert.containsSubset(await send(), { outcome: 'accepted' })
    const request = await eventually(() => application.requests.at(0))
    const report = parseStatus(request.form, request.url.searchParams)
    assert.containsSubset(report, { status: 'failed', errorCode: '63015', messageId: UUID })
    assert.include(gateway.explain('63015'), 'sandbox')
  })

  test('outside the 24-hour window it needs a template', async ({ assert }) => {
    await simulator.control.settings({ refusals: 'sync', window: 'enforced' })
    assert.containsSubset(await send(), { outcome: 'needs_template', code: '63016' })
    await simulator.control.reply(PERSON, 'Oi')
    assert.containsSubset(await send(), { outcome: 'accepted' })
  })

  test('any code of Twilio keeps its meaning')
    .with([
      [21211, 'rejected'],
      [21606, 'sender_blocked'],
      [63018, 'throttled'],
      [20003, 'sender_blocked'],
    ] as const)
    .run(async ({ assert }, [code, outcome]) => {
      await simulator.control.settings({ fault: 'error_code', error_code: code })
      assert.containsSubset(await send(), { outcome, code: String(code) })
    })

  test('wrong credentials block the sender', async ({ assert }) => {
    const stranger = openTwilio(simulator, { authToken: new Secret('errado') })
    const result = await stranger.send({ id: UUID, to: PERSON, body: 'Olá' })
    assert.containsSubset(result, { outcome: 'sender_blocked', code: '20003' })
    assert.containsSubset(await stranger.check(), { ok: false })
    await stranger.close()
  })
})
