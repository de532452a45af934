import { test } from '@japa/runner'
import { freePort } from '#tests/free_port'
import { openTwilio } from '#tests/gateways/open_twilio'
import { startSimulator, type SimulatorProcess } from '#tests/simulator_process'
import type { MessageContent } from '#whatsapp/content'
import type { OutgoingMessage, OutgoingTemplate } from '#whatsapp/gateways/gateway'
import type { TwilioGateway } from '#whatsapp/gateways/twilio_gateway'

const PERSON = '+5511900000001'
const BUTTONS = [
  { id: 'confirm:7', title: 'Confirmar' },
  { id: 'move:7', title: 'Remarcar' },
  { id: 'cancel:7', title: 'Cancelar' },
]
const LIST = {
  button: 'Ver horários',
  rows: [
    { id: 'a', title: 'Segunda', description: '9h' },
    { id: 'b', title: 'Terça' },
  ],
}
const PLACE = { latitude: -23.561, longitude: -46.655, name: 'Escritório', address: 'Av. A, 1' }
const FILE = { filename: null, url: 'https://convoca.test/m/1' }

test.group('Twilio | more than a text', (group) => {
  let simulator: SimulatorProcess
  let gateway: TwilioGateway

  group.setup(async () => {
    simulator = await startSimulator({ port: await freePort(), appUrl: 'http://127.0.0.1:9' })
    return () => simulator.stop()
  })

  group.each.setup(async () => {
    await simulator.control.reset()
    await simulator.control.settings({ approval_ms: 0 })
    gateway = openTwilio(simulator)
    return () => gateway.close()
  })

  const send = (message: Partial<OutgoingMessage>, from = gateway) =>
    from.send({ id: crypto.randomUUID(), to: PERSON, body: 'Olá', ...message })
  const hold = (content: MessageContent, body = 'Olá') => send({ content, body })
  const last = async () => (await simulator.control.messages()).at(-1)!

  async function remove(sid: string) {
    const { TWILIO_ACCOUNT_SID: account, TWILIO_AUTH_TOKEN: token } = simulator.credentials
    await fetch(`${simulator.twilioUrl}/v1/Content/${sid}`, {
      method: 'DELETE',
      headers: { authorization: `Basic ${btoa(`${account}:${token}`)}` },
    })
  }

  async function approved(body: string, samples: string[]) {
    const { providerTemplateId } = await gateway.templates.submit({
      name: 'lembrete_v1',
      language: 'pt_BR',
      body,
      samples,
      buttons: [{ id: 'confirm', title: 'Confirmar' }],
    })
    return { name: 'lembrete_v1', language: 'pt_BR', providerTemplateId, payloads: [] }
  }

  test('buttons under a text, exactly as written', async ({ assert }) => {
    const body = '*Olá*, {{1}} — "aspas" \\ \n\n👩🏽‍💻 até já!'
    assert.containsSubset(await hold({ buttons: BUTTONS }, body), { outcome: 'accepted' })
    assert.containsSubset(await last(), { body, content: { buttons: BUTTONS } })
  })

  test('all messages with as many buttons share one content, in all processes', async ({
    assert,
  }) => {
    const another = openTwilio(simulator)
    const others = [{ id: 'x', title: 'Outro' }, ...BUTTONS.slice(1)]
    await Promise.all([hold({ buttons: BUTTONS }), hold({ buttons: others })])
    await send({ content: { buttons: BUTTONS } }, another)
    await another.close()
    assert.lengthOf(await simulator.control.contents(), 1)
    await hold({ buttons: BUTTONS.slice(1) })
    assert.lengthOf(await simulator.control.contents(), 2)
  })

  test('somebody removes the content: the text goes, and the next one has buttons', async ({
    assert,
  }) => {
    await hold({ buttons: BUTTONS })
    const [{ sid }] = await simulator.control.contents()
    await remove(sid)
    assert.containsSubset(await hold({ buttons: BUTTONS }, 'Sem botões'), { outcome: 'accepted' })
    assert.containsSubset(await last(), { body: 'Sem botões', content: {} })
    await hold({ buttons: BUTTONS })
    assert.deepEqual((await last()).content.buttons, BUTTONS)
  })

  test('without the buttons the text says how to answer by typing', async ({ assert }) => {
    const content = { buttons: BUTTONS, byTyping: 'Responda *1* para confirmar.' }
    await hold(content)
    assert.equal((await last()).body, 'Olá')
    const [{ sid }] = await simulator.control.contents()
    await remove(sid)
    await hold(content)
    assert.containsSubset(await last(), {
      body: 'Olá\n\nResponda *1* para confirmar.',
      content: {},
    })
    await hold(content, 'a'.repeat(1025))
    assert.match((await last()).body, /a\n\nResponda \*1\* para confirmar\.$/)
  })

  test('under a text too long for buttons there are none', async ({ assert }) => {
    const long = 'a'.repeat(1025)
    assert.containsSubset(await hold({ buttons: BUTTONS }, long), { outcome: 'accepted' })
    assert.deepEqual((await last()).content, {})
    assert.equal((await last()).body, long)
    await hold({ buttons: BUTTONS }, 'a'.repeat(1024))
    assert.deepEqual((await last()).content.buttons, BUTTONS)
  })

  test('a list', async ({ assert }) => {
    await hold({ list: LIST }, 'Qual horário?')
    assert.containsSubset(await last(), { body: 'Qual horário?', content: { list: LIST } })
  })

  test('a place, made known once', async ({ assert }) => {
    await hold({ location: PLACE }, '')
    await hold({ location: PLACE }, '')
    assert.deepEqual((await last()).content.location, PLACE)
    assert.lengthOf(await simulator.control.contents(), 1)
  })

  test('a file, with its text or without', async ({ assert }) => {
    const media = [{ ...FILE, kind: 'image' as const, contentType: 'image/png' }]
    await hold({ media }, 'O mapa')
    assert.containsSubset(await last(), { body: 'O mapa', media_urls: [FILE.url] })
    await hold({ media }, '')
    assert.containsSubset(await last(), { body: '', media_urls: [FILE.url] })
  })

  test('two files, or one that is nowhere, are refused before anything is lost', async ({
    assert,
  }) => {
    const file = { ...FILE, kind: 'image' as const, contentType: 'image/png' }
    assert.containsSubset(await hold({ media: [file, file] }), { outcome: 'rejected' })
    const nowhere = { ...file, url: undefined }
    assert.containsSubset(await hold({ media: [nowhere] }), { outcome: 'rejected' })
    assert.isEmpty(await simulator.control.requests())
  })

  test('an approved template opens a closed window', async ({ assert }) => {
    await simulator.control.settings({ window: 'enforced', refusals: 'sync' })
    const body = 'Olá, {{1}}! Sua entrevista é {{2}}. Até lá!'
    const template: OutgoingTemplate = {
      ...(await approved(body, ['Ana', 'amanhã'])),
      variables: ['Bia "B."', 'hoje às 9h'],
    }
    assert.containsSubset(await send({}), { outcome: 'needs_template' })
    assert.containsSubset(await send({ template }), { outcome: 'accepted' })
    assert.containsSubset(await last(), {
      body: 'Olá, Bia "B."! Sua entrevista é hoje às 9h. Até lá!',
      content: { template: 'lembrete_v1', buttons: [{ id: 'confirm', title: 'Confirmar' }] },
    })
  })

  test('a template that is gone is not replaced by its text', async ({ assert }) => {
    const template = { ...(await approved('Olá, {{1}}!!', ['Ana'])), variables: ['Bia'] }
    await remove(template.providerTemplateId)
    assert.containsSubset(await send({ template }), { outcome: 'rejected', code: '21655' })
    assert.isEmpty(await simulator.control.messages())
  })

  test('when contents cannot be asked for, nothing was sent', async ({ assert }) => {
    const lost = openTwilio(simulator, { baseUrl: `http://127.0.0.1:${await freePort()}` })
    const result = await send({ content: { buttons: BUTTONS } }, lost)
    await lost.close()
    assert.containsSubset(result, { outcome: 'not_sent' })
  })

  test('files of people are fetched with our credentials, from Twilio only', async ({ assert }) => {
    const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = simulator.credentials
    const reference = `${simulator.twilioUrl}/2010-04-01/Accounts/${accountSid}/Messages/MM1/Media/ME1`
    assert.deepEqual(await gateway.mediaSource(reference), {
      url: reference,
      headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
      hosts: [new URL(reference).host],
    })
    const live = openTwilio(simulator, { baseUrl: undefined })
    const { hosts } = await live.mediaSource('https://api.twilio.com/2010-04-01/Accounts/AC1/x')
    assert.include(hosts, '.twiliocdn.com')
    for (const elsewhere of ['https://evil.test/x', 'http://api.twilio.com/x', reference])
      await assert.rejects(() => live.mediaSource(elsewhere), /not where Twilio keeps files/)
    await live.close()
  })
})
