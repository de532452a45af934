import { fetchSafely } from '#media/safe_fetch'
import { test } from '@japa/runner'
import { freePort } from '#tests/free_port'
import { openTwilio } from '#tests/gateways/open_twilio'
import { ScriptedServer } from '#tests/gateways/scripted_server'
import { startSimulator, type SimulatorProcess, type Thumb } from '#tests/simulator_process'
import type { MessageContent } from '#whatsapp/content'
import { parseInbound } from '#whatsapp/gateways/twilio_inbound'
import type { TwilioGateway } from '#whatsapp/gateways/twilio_gateway'

const PERSON = '+5511900000001'
const PICTURE = Buffer.from('not really a picture')

test.group('Twilio | what people do on their phones', (group) => {
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
    gateway = openTwilio(simulator)
    return () => gateway.close()
  })

  const heard = () => parseInbound(application.requests.at(-1)!.form)!

  async function does(gesture: Thumb) {
    await simulator.control.does(PERSON, gesture)
    return heard()
  }

  const send = (content: MessageContent, to = PERSON) =>
    gateway.send({ id: crypto.randomUUID(), to, body: 'Qual?', content })

  async function fileOf({ content }: ReturnType<typeof heard>) {
    const source = await gateway.mediaSource(content!.media![0].reference!)
    const { url, headers } = source
    const first = await fetch(url, { headers, redirect: 'manual' })
    return { source, url, headers, first, next: first.headers.get('location')! }
  }

  test('a tapped button says which, and under what', async ({ assert }) => {
    const buttons = [
      { id: 'confirm:7', title: 'Confirmar' },
      { id: 'cancel:7', title: 'Cancelar' },
    ]
    const sent = await send({ buttons })
    await simulator.control.taps(PERSON, 'Cancelar')
    assert.include(heard(), { body: 'Cancelar', payload: 'cancel:7' })
    assert.containsSubset(sent, { providerMessageId: heard().repliedTo })
  })

  test('so does a row of a list', async ({ assert }) => {
    const rows = [{ id: 'slot:1', title: 'Segunda', description: '9h' }]
    const sent = await send({ list: { button: 'Ver', rows } })
    await simulator.control.taps(PERSON, 'Segunda')
    assert.include(heard(), { body: 'Segunda', payload: 'slot:1' })
    assert.containsSubset(sent, { providerMessageId: heard().repliedTo })
  })

  test('a file is fetched with our credentials, which are not carried where it redirects', async ({
    assert,
  }) => {
    const file = { filename: 'foto.png', content_type: 'image/png' }
    const inbound = await does({ file: { ...file, base64: PICTURE.toString('base64') } })
    assert.containsSubset(inbound.content?.media, [{ kind: 'image', contentType: 'image/png' }])
    const { source, url, headers, first, next } = await fileOf(inbound)
    assert.equal(first.status, 307)
    assert.deepEqual(await fetchSafely(source, 10_000), {
      outcome: 'fetched',
      bytes: PICTURE,
      contentType: 'image/png',
    })

    assert.equal((await fetch(url)).status, 401)
    assert.equal((await fetch(next, { headers })).status, 400)
  })

  test('a visiting card is a file', async ({ assert }) => {
    const contacts = [{ name: 'Bia Exemplo', phones: ['+55 11 90000-0002'] }]
    const { next } = await fileOf(await does({ content: { contacts } }))
    const card = await (await fetch(next)).text()
    assert.include(card, 'FN:Bia Exemplo\r\n')
    assert.include(card, 'TEL;type=CELL;waid=5511900000002:+55 11 90000-0002')
  })

  test('a place', async ({ assert }) => {
    const location = { latitude: -23.5, longitude: -46.6, name: 'Aqui', address: 'Rua A, 1' }
    const { content } = await does({ content: { location } })
    assert.deepEqual(content, { location })
  })

  test('who hides their number is answered where they wrote from', async ({ assert }) => {
    await simulator.control.phone(PERSON, { hides_number: true })
    const { from, userId } = await does({ text: 'Oi' })
    assert.match(from, /^BR\.\w+$/)
    assert.equal(userId, from)
    assert.containsSubset(await send({}, from), { outcome: 'accepted' })
    assert.lengthOf(await simulator.control.messages(PERSON), 2)
    assert.containsSubset(await send({}, 'BR.nobody'), { outcome: 'rejected', code: '21211' })
  })

  test('Twilio says nothing of a reaction', async ({ assert }) => {
    const sent = await send({})
    application.requests.length = 0
    const { providerMessageId } = sent as { providerMessageId: string }
    await simulator.control.does(PERSON, { reaction: '👍', quoted: providerMessageId })
    assert.isFalse(application.requests.some(({ url }) => url.pathname.endsWith('/messages')))
  })
})
