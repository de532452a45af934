import { fetchSafely } from '#media/safe_fetch'
import { test } from '@japa/runner'
import simulatorConfig from '#config/simulator'
import { Secret } from '@adonisjs/core/helpers'
import { eventually } from '#tests/eventually'
import { freePort } from '#tests/free_port'
import { gatewaySuite, type GatewayUnderTest } from '#tests/gateways/gateway_suite'
import { ScriptedServer, type SeenRequest } from '#tests/gateways/scripted_server'
import { startSimulator, type SimulatorProcess } from '#tests/simulator_process'
import { CloudApiGateway } from '#whatsapp/gateways/cloud_api_gateway'
import { verifyHubSignature } from '#whatsapp/gateways/cloud_api_signature'

const PERSON = '+5531980000001'
const UUID = '0b9a3c1e-5d7f-4a2b-8c6d-1e2f3a4b5c6d'

const { cloudApi } = simulatorConfig

const open: GatewayUnderTest['open'] = (simulator, settings = {}) => {
  const { origin, credentials = true, ...connection } = settings
  return openMeta(simulator, {
    ...connection,
    ...(origin && { baseUrl: origin }),
    ...(!credentials && { accessToken: undefined }),
  })
}

function openMeta({ baseUrl }: SimulatorProcess, settings: object = {}) {
  return new CloudApiGateway({
    phoneNumberId: cloudApi.phoneNumberId,
    wabaId: cloudApi.wabaId,
    accessToken: new Secret(cloudApi.accessToken),
    version: 'v26.0',
    baseUrl: `${baseUrl}/simulator/cloud_api`,
    ...settings,
  })
}

gatewaySuite({
  name: 'Meta',
  capabilities: {
    list: false,
    signature: true,
    freeTextAnytime: false,
    templates: true,
    buttons: 3,
    choiceList: true,
    media: ['image', 'video', 'audio', 'document', 'sticker'],
    captions: ['image', 'video', 'document'],
    location: true,
    contacts: true,
    reactions: true,
    quotes: true,
    readMarks: true,
  },
  open,
})

test.group('Meta gateway', (group) => {
  let simulator: SimulatorProcess
  let application: ScriptedServer
  let gateway: CloudApiGateway

  group.setup(async () => {
    application = await new ScriptedServer().start()
    return () => application.stop()
  })

  group.setup(async () => {
    simulator = await startSimulator({ port: await freePort(), appUrl: application.origin })
    return () => simulator.stop()
  })

  group.each.setup(async () => {
    await simulator.control.reset()
    application.requests.length = 0
    application.answerJson(200, { status: 'ok' })
    gateway = openMeta(simulator)
    return () => gateway.close()
  })

  const send = (body = 'Olá', to = PERSON) => gateway.send({ id: UUID, to, body })

  const isSigned = ({ body, headers }: SeenRequest) =>
    verifyHubSignature(body, headers['x-hub-signature-256'] as string, [cloudApi.appSecret])

  const said = () => application.requests.flatMap(({ body }) => valuesOf(body))
  const valuesOf = (body: Buffer): any[] =>
    JSON.parse(body.toString()).entry.flatMap(({ changes }: any) =>
      changes.map(({ value }: any) => value)
    )

  test('every status comes back signed, with our message id', async ({ assert }) => {
    await simulator.control.settings({ delays: { sent_ms: 20, delivered_ms: 80, read_ms: 140 } })
    const result = await send()
    await eventually(() => application.requests.length >= 3)
    assert.isTrue(application.requests.every(isSigned))
    const statuses = said().flatMap((value) => value.statuses)
    assert.deepEqual(
      statuses.map(({ status }) => status),
      ['sent', 'delivered', 'read']
    )
    for (const status of statuses) {
      assert.equal(status.biz_opaque_callback_data, UUID)
      assert.containsSubset(result, { providerMessageId: status.id })
    }
  })

  test('what is due together comes in one batch', async ({ assert }) => {
    await simulator.control.settings({ delays: { sent_ms: 300, delivered_ms: 600, read_ms: 900 } })
    await Promise.all(Array.from({ length: 10 }, (_, n) => send('Olá', `+55119800000${10 + n}`)))
    await eventually(() => said().flatMap(({ statuses }) => statuses).length >= 30)
    assert.isBelow(application.requests.length, 30)
  })

  test('a batch that is not taken comes again, the same bytes', async ({ assert }) => {
    await simulator.control.settings({ hold_callbacks: true })
    await send()
    application.answerWith(503, '')
    await simulator.control.reply(PERSON, 'Sim, confirmo 👍🏽')
    const refused = await eventually(() => application.requests.at(0))
    application.answerJson(200, { status: 'ok' })
    await eventually(() => application.requests.length === 2)
    assert.isTrue(application.requests[1].body.equals(refused.body))
    assert.isTrue(isSigned(application.requests[1]))
    assert.include(refused.body.toString(), '\\ud83d\\udc4d')
  })

  test('an old account is known by the address without its ninth digit', async ({ assert }) => {
    await simulator.control.phone(PERSON, { lacks_ninth_digit: true })
    assert.containsSubset(await send(), { outcome: 'accepted', address: '+553180000001' })
  })

  test('a failure comes later, or at once', async ({ assert }) => {
    await simulator.control.phone(PERSON, { has_whatsapp: false })
    assert.containsSubset(await send(), { outcome: 'accepted' })
    await eventually(() => application.requests.length > 0)
    const [failed] = said().flatMap(({ statuses }) => statuses)
    assert.containsSubset(failed, { status: 'failed', errors: [{ code: 131026 }] })

    await simulator.control.settings({ refusals: 'sync' })
    assert.containsSubset(await send(), { outcome: 'rejected', code: '131026' })
  })

  test('outside the 24-hour window it needs a template', async ({ assert }) => {
    await simulator.control.settings({ refusals: 'sync', window: 'enforced' })
    assert.containsSubset(await send(), { outcome: 'needs_template', code: '131047' })
    await gateway.send({ id: UUID, to: PERSON, body: 'Olá' })
    await simulator.control.settings({ window: 'open' })
    await send()
    await simulator.control.reply(PERSON, 'Oi')
    await simulator.control.settings({ window: 'enforced' })
    assert.containsSubset(await send(), { outcome: 'accepted' })
  })

  test('forty-five in a burst to one person are taken, the next waits for that person alone', async ({
    assert,
  }) => {
    await simulator.control.settings({ limits: 'enforced' })
    const results = await Promise.all(Array.from({ length: 46 }, () => send()))
    const refused = results.filter(({ outcome }) => outcome !== 'accepted')
    assert.lengthOf(refused, 1)
    assert.containsSubset(refused[0], { outcome: 'throttled', code: '131056', scope: 'recipient' })
    assert.containsSubset(await send('Olá', '+5511900000002'), { outcome: 'accepted' })
  })

  test('any code of Meta keeps its meaning')
    .with([
      [131026, 'rejected'],
      [131030, 'rejected'],
      [190, 'sender_blocked'],
      [200, 'sender_blocked'],
      [131031, 'sender_blocked'],
      [80007, 'throttled'],
      [131057, 'throttled'],
      [131047, 'needs_template'],
      [131000, 'unconfirmed'],
      [131016, 'unconfirmed'],
      [999999, 'rejected'],
    ] as const)
    .run(async ({ assert }, [code, outcome]) => {
      await simulator.control.settings({ fault: 'error_code', error_code: code })
      assert.containsSubset(await send(), { outcome, code: String(code) })
    })

  test('a number that people reported rests for an hour at least', async ({ assert }) => {
    await simulator.control.settings({ fault: 'error_code', error_code: 131048 })
    const result = await send()
    assert.containsSubset(result, { outcome: 'sender_blocked', code: '131048' })
    assert.isAtLeast((result as { retryAfter: number }).retryAfter, 3600)
  })

  test('a wrong token, and a number that is not there, block the sender', async ({ assert }) => {
    for (const wrong of [{ accessToken: new Secret('errado') }, { phoneNumberId: '999999999' }]) {
      const stranger = openMeta(simulator, wrong)
      assert.containsSubset(await stranger.send({ id: UUID, to: PERSON, body: 'Olá' }), {
        outcome: 'sender_blocked',
      })
      assert.containsSubset(await stranger.check(), { ok: false })
      await stranger.close()
    }
  })

  test('whoever hides their number is written to by the id that stands for it', async ({
    assert,
  }) => {
    await send()
    await simulator.control.reply(PERSON, 'Oi')
    const inbound = await eventually(() => said().find(({ messages }) => messages))
    const to = inbound.contacts[0].user_id
    assert.match(to, /^BR\./)
    assert.containsSubset(await send('Olá de novo', to), { outcome: 'accepted' })
    assert.equal((await simulator.control.messages(PERSON)).at(-1)!.body, 'Olá de novo')
  })

  test('a long text keeps its choices, written out', async ({ assert }) => {
    const body = 'a'.repeat(1500)
    const buttons = [
      { id: '1', title: 'Confirmar' },
      { id: '2', title: 'Remarcar' },
    ]
    await gateway.send({ id: UUID, to: PERSON, body, content: { buttons } })
    const [message] = await simulator.control.messages(PERSON)
    assert.equal(message.body, `${body}\n\n1. Confirmar\n2. Remarcar`)
  })

  test('a text is refused before the call when nobody would take it', async ({ assert }) => {
    const audio = {
      kind: 'audio' as const,
      contentType: 'audio/ogg',
      filename: null,
      url: 'http://e.test/a',
    }
    const refused = [
      await send('a'.repeat(4097)),
      await gateway.send({ id: UUID, to: PERSON, body: 'Ouça', content: { media: [audio] } }),
    ]
    assert.deepEqual(
      refused.map((result) => 'code' in result && result.code),
      ['text_too_long', 'content_unsupported']
    )
    assert.lengthOf(await simulator.control.requests(), 0)
  })

  test('a file of a person is fetched with the token, and only from where Meta keeps files', async ({
    assert,
  }) => {
    const form = new FormData()
    form.set('messaging_product', 'whatsapp')
    form.set('type', 'text/plain')
    form.set('file', new Blob(['conteúdo'], { type: 'text/plain' }), 'nota.txt')
    const authorization = `Bearer ${cloudApi.accessToken}`
    const root = `${simulator.baseUrl}/simulator/cloud_api/v26.0`
    const uploaded = await fetch(`${root}/${cloudApi.phoneNumberId}/media`, {
      method: 'POST',
      headers: { authorization },
      body: form,
    })
    const { id } = (await uploaded.json()) as { id: string }

    const source = await gateway.mediaSource(id)
    const { url, headers } = source
    assert.deepEqual(headers, { authorization })
    const fetched = await fetchSafely(source, 1000)
    assert.containsSubset(fetched, { outcome: 'fetched', bytes: Buffer.from('conteúdo') })
    assert.equal((await fetch(url)).status, 401)

    const media = [
      { kind: 'document' as const, contentType: 'text/plain', filename: 'nota.txt', reference: id },
    ]
    const again = { id: UUID, to: PERSON, body: 'De volta', content: { media } }
    assert.containsSubset(await gateway.send(again), { outcome: 'accepted' })
  })
})
