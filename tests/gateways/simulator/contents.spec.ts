import { test } from '@japa/runner'
import { PHONE, Rig } from '#tests/gateways/simulator/rig'

const BODY = 'Olá, {{1}}! Sua entrevista é {{2}}. Até lá!'
const ACTIONS = [
  { type: 'QUICK_REPLY', id: 'confirm', title: 'Confirmar' },
  { type: 'QUICK_REPLY', id: 'cancel', title: 'Cancelar' },
]
const UNKNOWN = `HX${'0'.repeat(32)}`

test.group('Simulator | contents', (group) => {
  const rig = new Rig(group)

  group.each.setup(async () => {
    await rig.control.settings({ approval_ms: 0 })
  })

  async function call(method: string, path = '', body?: object, token = rig.authToken) {
    const account = rig.simulator.credentials.TWILIO_ACCOUNT_SID
    const response = await fetch(`${rig.simulator.twilioUrl}/v1/Content${path}`, {
      method,
      headers: {
        'authorization': `Basic ${btoa(`${account}:${token}`)}`,
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
    })
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : null }
  }

  async function make(types: object = { 'twilio/text': { body: BODY } }, variables = {}) {
    const content = { friendly_name: 'lembrete', language: 'pt_BR', variables, types }
    const { body } = await call('POST', '', content)
    return body.sid as string
  }

  async function approve(sid: string) {
    const wish = { name: 'lembrete', category: 'UTILITY' }
    await call('POST', `/${sid}/ApprovalRequests/whatsapp`, wish)
    return sid
  }

  const write = (contentSid: string, variables?: object | string) =>
    rig.send({
      body: undefined,
      contentSid,
      contentVariables: typeof variables === 'string' ? variables : JSON.stringify(variables),
    })

  const failure = (message: object) => rig.failure({ body: undefined, ...message })

  test('are made, shown, listed by the page, and removed', async ({ assert }) => {
    const made = await call('POST', '', {
      friendly_name: 'lembrete',
      language: 'pt_BR',
      variables: { 1: ' Ana ' },
      types: { 'twilio/text': { body: ` ${BODY} ` } },
    })
    assert.equal(made.status, 201)
    assert.match(made.body.sid, /^HX[0-9a-f]{32}$/)
    assert.deepEqual(made.body.types, { 'twilio/text': { body: ` ${BODY} ` } })
    assert.deepEqual(made.body.variables, { 1: ' Ana ' })
    assert.deepEqual((await call('GET', `/${made.body.sid}`)).body, made.body)

    const second = await make()
    const { body: page } = await call('GET', '?PageSize=1')
    assert.deepEqual(
      page.contents.map(({ sid }: { sid: string }) => sid),
      [second]
    )
    assert.include(page.meta.next_page_url, 'Page=1')

    assert.equal((await call('DELETE', `/${second}`)).status, 204)
    assert.equal((await call('GET', `/${second}`)).status, 404)
  })

  test('ask for credentials and for types of theirs', async ({ assert }) => {
    assert.equal((await call('GET', '', undefined, 'errado')).status, 401)
    const camelCase = { friendlyName: 'x', language: 'pt_BR', types: { twilioText: { body: 'x' } } }
    assert.equal((await call('POST', '', camelCase)).status, 400)
  })

  test('are approved in a while, by name, of a category', async ({ assert }) => {
    const sid = await make()
    const path = `/${sid}/ApprovalRequests`
    assert.equal((await call('GET', path)).body.whatsapp.status, 'unsubmitted')
    const bad = await call('POST', `${path}/whatsapp`, { name: 'Com Espaço', category: 'UTILITY' })
    assert.equal(bad.status, 400)

    await rig.control.settings({ approvals: 'held' })
    const wish = { name: 'lembrete_v1', category: 'UTILITY' }
    const submitted = await call('POST', `${path}/whatsapp`, wish)
    assert.equal(submitted.status, 201)
    assert.include(submitted.body, { status: 'received', category: 'UTILITY', name: 'lembrete_v1' })
    assert.include((await call('GET', path)).body.whatsapp, { rejection_reason: '' })
    await rig.control.settings({ approvals: 'normal' })
    assert.include((await call('GET', path)).body.whatsapp, {
      status: 'approved',
      type: 'whatsapp',
    })
    await rig.control.settings({ approvals: 'paused' })
    assert.equal((await call('GET', path)).body.whatsapp.status, 'paused')
  })

  test('reach the phone with their variables filled in', async ({ assert }) => {
    const sid = await make({ 'twilio/quick-reply': { body: BODY, actions: ACTIONS } })
    await approve(sid)
    const message = await write(sid, { 1: 'Ana', 2: 'amanhã às 9h' })
    assert.equal(message.body, 'Olá, Ana! Sua entrevista é amanhã às 9h. Até lá!')
    const [{ content }] = await rig.control.messages(PHONE)
    assert.deepEqual(content, {
      template: 'lembrete',
      buttons: ACTIONS.map(({ id, title }) => ({ id, title })),
    })
  })

  test('show lists, places and files', async ({ assert }) => {
    const row = { id: '{{2}}', item: 'Segunda', description: '9h' }
    const list = { body: '{{1}}', button: 'Ver', items: [row] }
    await write(await make({ 'twilio/list-picker': list }), { 1: 'Qual dia?', 2: 'seg' })
    const place = { latitude: -23.5, longitude: -46.6, label: 'Escritório', address: 'Rua A, 1' }
    await write(await make({ 'twilio/location': place }))
    const file = 'https://convoca.test/mapa.png'
    await write(await make({ 'twilio/media': { body: 'Mapa', media: [file] } }))

    const [asked, shown, sent] = await rig.control.messages(PHONE)
    assert.equal(asked.body, 'Qual dia?')
    assert.deepEqual(asked.content.list, {
      button: 'Ver',
      rows: [{ id: 'seg', title: 'Segunda', description: '9h' }],
    })
    const { label: name, ...where } = place
    assert.deepEqual(shown.content.location, { ...where, name })
    assert.deepEqual([sent.body, sent.media_urls], ['Mapa', [file]])
  })

  test('that nobody knows, or with variables nobody can read, are refused', async ({ assert }) => {
    const sid = await make()
    assert.include(await failure({ contentSid: UNKNOWN }), { status: 400, code: 21655 })
    assert.include(await failure({ contentSid: 'HX1' }), { code: 21655 })
    assert.include(await failure({ contentSid: sid, contentVariables: '{"1":' }), { code: 21656 })
    assert.include(await failure({ contentSid: sid, contentVariables: '{"1":2}' }), { code: 21656 })
    assert.include(await failure({ contentVariables: '{}' }), { code: 21654 })
  })

  test('{why}: {code} after the 201')
    .with([
      { why: 'a variable is missing', code: '63028', variables: { 1: 'Ana' } },
      { why: 'a variable has a line break', code: '63013', variables: { 1: 'A\nB', 2: 'x' } },
      { why: 'it was paused', code: '63041', variables: { 1: 'A', 2: 'x' }, status: 'paused' },
      { why: 'it was disabled', code: '63042', variables: { 1: 'A', 2: 'x' }, status: 'disabled' },
      { why: 'it was rejected', code: '63040', variables: { 1: 'A', 2: 'x' }, status: 'rejected' },
    ] as const)
    .run(async ({ assert }, { code, variables, ...rest }) => {
      const sid = await approve(await make())
      if ('status' in rest) await rig.control.decide(sid, rest.status)
      await write(sid, variables)
      const [{ form }] = await rig.listener.waitFor(1)
      assert.include(form, { MessageStatus: 'failed', ErrorCode: code })
    })

  test('open a closed window only when approved', async ({ assert }) => {
    await rig.control.settings({ window: 'enforced', refusals: 'sync' })
    const sid = await make()
    const variables = { 1: 'Ana', 2: 'amanhã' }
    const message = { contentSid: sid, contentVariables: JSON.stringify(variables) }
    assert.include(await failure(message), { code: 63016 })
    assert.include(await rig.failure(), { code: 63016 })
    await approve(sid)
    assert.equal((await write(sid, variables)).status, 'queued')
  })

  test('what a variable stands for by itself is what it has of its own', async ({ assert }) => {
    const sid = await make(undefined, { 1: 'pessoa', 2: 'em breve' })
    const { body } = await write(sid, { 1: 'Ana' })
    assert.equal(body, 'Olá, Ana! Sua entrevista é em breve. Até lá!')
  })
})
