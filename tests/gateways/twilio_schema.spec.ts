import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { freePort } from '#tests/free_port'
import { eventually } from '#tests/eventually'
import { openTwilio } from '#tests/gateways/open_twilio'
import { ScriptedServer, type SeenRequest } from '#tests/gateways/scripted_server'
import { startSimulator, type SimulatorProcess } from '#tests/simulator_process'
import type { MessageContent } from '#whatsapp/content'
import type { TwilioGateway } from '#whatsapp/gateways/twilio_gateway'

const PERSON = '+5511900000001'
const ajv = new Ajv({ allErrors: true })
ajv.addSchema(JSON.parse(readFileSync('tests/fixtures/twilio/api.schema.json', 'utf8')), 'api')

/** What is wrong with it; empty when all is well. */
function faultsOf(name: string, value: unknown) {
  const validate = ajv.getSchema(`api#/definitions/${name}`)!
  return validate(value) ? '' : `${name}: ${ajv.errorsText(validate.errors)}`
}

/** What is asked for, and what is answered. */
const ROUTES: [method: string, path: RegExp, asked: string | null, answered: string][] = [
  ['POST', /\/Messages\.json$/, 'message_request', 'message'],
  ['GET', /\/Messages\.json$/, null, 'message_page'],
  ['GET', /\/Accounts\/AC\w+\.json$/, null, 'account'],
  ['POST', /\/Content$/, 'content_request', 'content'],
  ['GET', /\/Content$/, null, 'content_page'],
  ['POST', /\/ApprovalRequests\/whatsapp$/, 'approval_request', 'approval'],
  ['GET', /\/ApprovalRequests$/, null, 'standing'],
]

function asked({ headers, body, form }: SeenRequest): unknown {
  if (headers['content-type'] === 'application/json') return JSON.parse(body.toString())
  const fields = [...new Set(form.keys())].map((name) => [
    name,
    name === 'MediaUrl' ? form.getAll(name) : form.get(name),
  ])
  return Object.fromEntries(fields)
}

test.group('Twilio | the letter of the API', (group) => {
  let simulator: SimulatorProcess
  let between: ScriptedServer
  let gateway: TwilioGateway
  let faults: string[]
  let seen: Set<string>

  group.setup(async () => {
    between = await new ScriptedServer().start()
    return () => between.stop()
  })

  group.setup(async () => {
    simulator = await startSimulator({ port: await freePort(), appUrl: between.origin })
    return () => simulator.stop()
  })

  group.each.setup(async () => {
    await simulator.control.reset()
    await simulator.control.settings({ approval_ms: 0 })
    faults = []
    seen = new Set()
    between.answer(async (response, request) => {
      const { status, text } = await pass(request)
      response.writeHead(status, { 'content-type': 'application/json' }).end(text)
    })
    gateway = openTwilio(simulator, {
      baseUrl: `${between.origin}/simulator/twilio`,
      publicUrl: between.origin,
    })
    return () => gateway.close()
  })

  /** Hands a request on to the simulator, and notes what is not as it should be; webhooks end here. */
  async function pass(request: SeenRequest) {
    const { method, url, headers, body } = request
    if (url.pathname.startsWith('/webhooks')) {
      note('status_callback', asked(request))
      return { status: 204, text: '' }
    }
    const response = await fetch(simulator.baseUrl + url.pathname + url.search, {
      method,
      headers: {
        'authorization': headers.authorization!,
        'content-type': headers['content-type'] ?? 'text/plain',
      },
      body: method === 'POST' ? new Uint8Array(body) : undefined,
    })
    const text = await response.text()
    judge(request, response.status, JSON.parse(text))
    return { status: response.status, text }
  }

  function judge(request: SeenRequest, status: number, answer: unknown) {
    const { method, url } = request
    const route = ROUTES.find(([verb, path]) => verb === method && path.test(url.pathname))
    if (!route) return faults.push(`nobody knows ${method} ${url.pathname}`)
    const [, , question, success] = route
    if (question) note(question, asked(request))
    note(status < 400 ? success : 'error', answer)
  }

  function note(name: string, value: unknown) {
    seen.add(name)
    const fault = faultsOf(name, value)
    if (fault) faults.push(fault)
  }

  const send = (content?: MessageContent, body = 'Olá', to = PERSON) =>
    gateway.send({ id: crypto.randomUUID(), to, body, content })

  const submit = (buttons: { id: string; title: string }[] = []) =>
    gateway.templates.submit({
      name: `aviso_${buttons.length}`,
      language: 'pt_BR',
      body: 'Olá, {{1}}!!',
      samples: ['Ana'],
      buttons,
    })

  test('every message is asked for and answered as documented', async ({ assert }) => {
    const file = { kind: 'image' as const, contentType: 'image/png', filename: null }
    await send()
    await send({ media: [{ ...file, url: 'https://convoca.test/m/1' }] }, '')
    await send({ buttons: [{ id: 'a', title: 'Sim' }] })
    await send({ list: { button: 'Ver', rows: [{ id: 'a', title: 'A', description: 'b' }] } })
    await send({ location: { latitude: -23.5, longitude: -46.6, name: 'Aqui' } }, '')
    await send(undefined, 'Olá', '+5500900000001')
    assert.lengthOf(await gateway.list(PERSON, DateTime.utc().minus({ minutes: 1 })), 5)
    await gateway.check()
    assert.deepEqual(faults, [])
    assert.includeMembers(
      [...seen],
      ['message_request', 'message', 'message_page', 'error', 'content_request', 'account']
    )
  })

  test('so is every template', async ({ assert }) => {
    const { providerTemplateId } = await submit([{ id: 'confirm', title: 'Confirmar' }])
    await submit()
    await submit()
    await gateway.templates.standing({ providerTemplateId })
    const template = { name: 'aviso_1', language: 'pt_BR', providerTemplateId, payloads: [] }
    const message = { id: crypto.randomUUID(), to: PERSON, body: 'Olá, Bia!!' }
    const result = await gateway.send({ ...message, template: { ...template, variables: ['Bia'] } })
    assert.equal(result.outcome, 'accepted')
    assert.deepEqual(faults, [])
    assert.includeMembers(
      [...seen],
      ['approval_request', 'approval', 'standing', 'content', 'content_page']
    )
  })

  test('so is every word of a message’s way', async ({ assert }) => {
    await simulator.control.settings({ delays: { sent_ms: 1, delivered_ms: 2, read_ms: 3 } })
    await send()
    await simulator.control.phone(PERSON, { has_whatsapp: false })
    await send()
    const webhooks = () =>
      between.requests.filter(({ url }) => url.pathname.startsWith('/webhooks'))
    await eventually(() => webhooks().length >= 4)
    assert.deepEqual(faults, [])
    between.requests.length = 0
  })

  test('what is not documented would be seen', ({ assert }) => {
    const wrong = { friendlyName: 'x', language: 'pt_BR', types: { twilioText: { body: 'x' } } }
    assert.isNotEmpty(faultsOf('content_request', wrong))
    assert.isNotEmpty(faultsOf('message_request', { To: PERSON, From: PERSON, Body: 'x' }))
  })
})
