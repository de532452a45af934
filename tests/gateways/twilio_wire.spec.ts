import { createServer, type Server } from 'node:net'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import { Secret } from '@adonisjs/core/helpers'
import { TwilioGateway } from '#whatsapp/gateways/twilio_gateway'
import type { TwilioSettings } from '#whatsapp/gateways/twilio_settings'
import { freePort } from '#tests/free_port'
import { ScriptedServer } from '#tests/gateways/scripted_server'

const ACCOUNT = `AC${'0'.repeat(32)}`
const SID = `SM${'1'.repeat(32)}`
const UUID = '0b9a3c1e-5d7f-4a2b-8c6d-1e2f3a4b5c6d'
const MESSAGE = { id: UUID, to: '+5511900000001', body: 'Olá, *João*!\nAté já & obrigado 👋' }
const TIMEOUT_MS = 200

let provider: ScriptedServer

function open(settings: Partial<TwilioSettings> = {}) {
  return new TwilioGateway({
    accountSid: ACCOUNT,
    authToken: new Secret('token'),
    from: 'whatsapp:+14155238886',
    baseUrl: `${provider.origin}/provider`,
    publicUrl: 'http://localhost:3333',
    timeoutMs: TIMEOUT_MS,
    ...settings,
  })
}

function resource(fields: object = {}) {
  const date = 'Fri, 20 Nov 2026 17:00:00 +0000'
  return { sid: SID, status: 'queued', body: 'Oi', date_created: date, to: null, ...fields }
}

async function send(settings: Partial<TwilioSettings> = {}) {
  const gateway = open(settings)
  const result = await gateway.send(MESSAGE)
  await gateway.close()
  return result
}

function startProvider(group: { each: { setup: Function } }) {
  group.each.setup(async () => {
    provider = await new ScriptedServer().start()
    return () => provider.stop()
  })
}

test.group('Twilio wire | what goes out', (group) => {
  startProvider(group)

  test('the form Twilio documents, to our base URL, with basic authentication', async ({
    assert,
  }) => {
    provider.answerJson(201, resource())
    await send()
    const [{ method, url, headers, form }] = provider.requests
    assert.equal(method, 'POST')
    assert.equal(url.pathname, `/provider/2010-04-01/Accounts/${ACCOUNT}/Messages.json`)
    assert.equal(headers.authorization, `Basic ${btoa(`${ACCOUNT}:token`)}`)
    assert.match(headers['content-type']!, /^application\/x-www-form-urlencoded/)
    assert.match(headers['user-agent']!, /^twilio-node/)
    assert.deepEqual(Object.fromEntries(form), {
      To: 'whatsapp:+5511900000001',
      From: 'whatsapp:+14155238886',
      Body: MESSAGE.body,
      StatusCallback: `http://localhost:3333/webhooks/twilio/status?message=${UUID}`,
    })
  })

  test('sockets are kept: one after the other, messages share them', async ({ assert }) => {
    provider.answerJson(201, resource())
    const gateway = open()
    for (let i = 0; i < 10; i++) await gateway.send(MESSAGE)
    await gateway.close()
    // A second one is opened when a message comes while the first is still being put back.
    assert.isAtMost(new Set(provider.requests.map(({ port }) => port)).size, 2)
  })

  test('waiting for a free socket does not use up the patience', async ({ assert }) => {
    provider.answer(async (response) => {
      await pause(TIMEOUT_MS * 0.6)
      response.writeHead(201).end(JSON.stringify(resource()))
    })
    const gateway = open({ connections: 1 })
    const results = await Promise.all([1, 2, 3, 4].map(() => gateway.send(MESSAGE)))
    await gateway.close()
    assert.deepEqual(
      results.map(({ outcome }) => outcome),
      ['accepted', 'accepted', 'accepted', 'accepted']
    )
  })

  test('never more sockets than agreed', async ({ assert }) => {
    provider.answer(async (response) => {
      await pause(20)
      response.writeHead(201).end(JSON.stringify(resource()))
    })
    const gateway = open({ connections: 3 })
    await Promise.all(Array.from({ length: 12 }, () => gateway.send(MESSAGE)))
    await gateway.close()
    assert.equal(new Set(provider.requests.map(({ port }) => port)).size, 3)
  })
})

test.group('Twilio wire | what the answer means', (group) => {
  startProvider(group)

  test('a 201 is accepted, with the exact address Twilio uses', async ({ assert }) => {
    provider.answerJson(201, resource({ to: 'whatsapp:+551190000001' }))
    const address = '+551190000001'
    assert.deepEqual(await send(), { outcome: 'accepted', providerMessageId: SID, address })
  })

  test('HTTP {0} is {2} {3}')
    .with([
      [400, { code: 21211, message: 'Invalid To' }, 'rejected', '21211'],
      [400, { code: 63016, message: 'Outside window' }, 'needs_template', '63016'],
      [400, { code: 63007, message: 'No channel' }, 'sender_blocked', '63007'],
      [400, { code: 21619, message: 'Unable to create' }, 'unconfirmed', '21619'],
      [400, { code: 63018, message: 'Rate limit' }, 'throttled', '63018'],
      [401, { code: 20003, message: 'Authenticate' }, 'sender_blocked', '20003'],
      [404, { code: 20404, message: 'Not found' }, 'sender_blocked', '20404'],
      [500, { code: 20500, message: 'Internal' }, 'unconfirmed', '20500'],
      [400, {}, 'rejected', 'http_400'],
      [403, '<html>', 'sender_blocked', 'http_403'],
      [404, 'nginx', 'sender_blocked', 'http_404'],
      [301, '', 'sender_blocked', 'http_301'],
      [408, '', 'unconfirmed', 'http_408'],
      [502, '<html><h1>502</h1></html>', 'unconfirmed', 'http_502'],
      [503, '', 'unconfirmed', 'http_503'],
      [503, { code: 63018, message: 'Rate limit' }, 'unconfirmed', '63018'],
      [201, '<html>Welcome to the hotel</html>', 'unconfirmed', 'unreadable_answer'],
      [201, '{"sid":"SM1', 'unconfirmed', 'unreadable_answer'],
      [201, '', 'unconfirmed', 'unreadable_answer'],
      [201, 'null', 'unconfirmed', 'unreadable_answer'],
      [201, {}, 'unconfirmed', 'unreadable_answer'],
    ] as const)
    .run(async ({ assert }, [status, body, outcome, code]) => {
      provider.answerWith(status, typeof body === 'string' ? body : JSON.stringify(body))
      assert.containsSubset(await send(), { outcome, code })
    })

  test('a problem document (RFC 9457) is understood like any error', async ({ assert }) => {
    const problem = { type: 'https://twilio.com/e', title: 'No', status: 400, code: 63007 }
    provider.answerJson(400, problem)
    assert.containsSubset(await send(), { outcome: 'sender_blocked', code: '63007' })
  })

  test('too many requests: {0}')
    .with([
      ['seconds', '30', 30],
      ['a date', () => new Date(Date.now() + 30_000).toUTCString(), 30],
      ['a date gone by', 'Fri, 20 Nov 2020 17:00:00 GMT', 0],
      ['rubbish', 'soon', undefined],
      ['nothing', undefined, undefined],
    ] as const)
    .run(async ({ assert }, [, header, seconds]) => {
      const value = typeof header === 'function' ? header() : header
      provider.answerWith(429, '{"code":20429}', value ? { 'retry-after': value } : {})
      const result = await send()
      assert.containsSubset(result, { outcome: 'throttled', code: '20429' })
      const { retryAfter } = result as { retryAfter?: number }
      if (seconds === undefined) assert.isUndefined(retryAfter)
      else assert.closeTo(retryAfter!, seconds, 1)
    })

  test('the SDK does not try again by itself', async ({ assert }) => {
    provider.answerWith(429, '{"code":20429}')
    await send()
    assert.lengthOf(provider.requests, 1)
  })
})

test.group('Twilio wire | when the connection fails', (group) => {
  startProvider(group)

  test('nobody listens: certainly not sent', async ({ assert }) => {
    const baseUrl = `http://127.0.0.1:${await freePort()}`
    assert.containsSubset(await send({ baseUrl }), { outcome: 'not_sent', code: 'unreachable' })
  })

  test('no such host: certainly not sent', async ({ assert }) => {
    const result = await send({ baseUrl: 'http://convoca.invalid' })
    assert.containsSubset(result, { outcome: 'not_sent', code: 'unreachable' })
  })

  test('no TLS on the other side: certainly not sent', async ({ assert }) => {
    const result = await send({ baseUrl: provider.origin.replace('http:', 'https:') })
    assert.containsSubset(result, { outcome: 'not_sent', code: 'unreachable' })
  })

  test('a line that never becomes a connection: certainly not sent', async ({
    assert,
    cleanup,
  }) => {
    const mute: Server = createServer().listen(0, '127.0.0.1')
    await once(mute, 'listening')
    cleanup(() => void mute.close())
    const { port } = mute.address() as { port: number }
    mute.on('connection', (socket) => cleanup(() => void socket.destroy()))
    const result = await send({ baseUrl: `https://127.0.0.1:${port}` })
    assert.containsSubset(result, { outcome: 'not_sent', code: 'unreachable' })
  })

  test('cut before an answer: nobody knows', async ({ assert }) => {
    provider.answer((response) => response.socket!.resetAndDestroy())
    assert.containsSubset(await send(), { outcome: 'unconfirmed', code: 'connection_lost' })
  })

  test('closed politely without an answer: nobody knows', async ({ assert }) => {
    provider.answer((response) => response.socket!.end())
    assert.containsSubset(await send(), { outcome: 'unconfirmed', code: 'connection_lost' })
  })

  test('no answer in time: nobody knows', async ({ assert }) => {
    provider.answer(() => {})
    assert.containsSubset(await send(), { outcome: 'unconfirmed', code: 'timeout' })
  })

  test('a 201 cut in the middle of its body: nobody knows', async ({ assert }) => {
    provider.answer((response) => {
      response.writeHead(201, { 'content-length': '500' })
      response.write('{"sid":"SM1', () => response.socket!.destroy())
    })
    assert.containsSubset(await send(), { outcome: 'unconfirmed', code: 'connection_lost' })
  })

  test('a body that trickles does not hold the message for ever', async ({ assert, cleanup }) => {
    provider.answer((response) => {
      response.writeHead(201)
      const trickle = setInterval(() => response.write(' '), TIMEOUT_MS / 4)
      cleanup(() => clearInterval(trickle))
    })
    assert.containsSubset(await send(), { outcome: 'unconfirmed', code: 'timeout' })
  })

  test('after closing, nothing goes out', async ({ assert }) => {
    const gateway = open()
    await gateway.close()
    assert.containsSubset(await gateway.send(MESSAGE), { outcome: 'not_sent' })
    assert.lengthOf(provider.requests, 0)
  })
})

test.group('Twilio wire | settings', (group) => {
  startProvider(group)

  test('without settings nothing is sent, and it says what is missing', async ({ assert }) => {
    const gateway = open({ accountSid: undefined, authToken: undefined, from: undefined })
    const all = ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_WHATSAPP_FROM']
    assert.deepEqual(gateway.missingSettings, all)
    const detail = all.join(', ')
    const expected = { outcome: 'sender_blocked', code: 'not_configured', detail } as const
    assert.deepEqual(await gateway.send(MESSAGE), expected)
    assert.lengthOf(provider.requests, 0)
  })

  test('a malformed setting is as good as none')
    .with([
      { accountSid: 'SK0000' },
      { authToken: new Secret('') },
      { from: '11 90000-0001' },
    ] satisfies Partial<TwilioSettings>[])
    .run(({ assert }, settings) => assert.lengthOf(open(settings).missingSettings, 1))

  test('the sender may be written with spaces', async ({ assert }) => {
    provider.answerJson(201, resource())
    await send({ from: '+1 (415) 523-8886' })
    assert.equal(provider.requests[0].form.get('From'), 'whatsapp:+14155238886')
  })
})

test.group('Twilio wire | looking for a message', (group) => {
  startProvider(group)

  const since = DateTime.fromISO('2026-11-20T17:00:00.900Z')
  const seconds = (count: number) => since.plus({ seconds: count }).toJSDate().toUTCString()

  test('it asks for one recipient and one sender and takes what is not older', async ({
    assert,
  }) => {
    const messages = [
      resource({ sid: 'SM3', status: 'delivered', date_created: seconds(60) }),
      resource({ sid: 'SM2', status: 'undelivered', date_created: seconds(0) }),
      resource({ sid: 'SM1', date_created: seconds(-1) }),
    ]
    provider.answerJson(200, { messages })
    const gateway = open()
    const found = await gateway.list('+5511900000001', since)
    await gateway.close()
    const { searchParams } = provider.requests[0].url
    assert.equal(searchParams.get('To'), 'whatsapp:+5511900000001')
    assert.equal(searchParams.get('From'), 'whatsapp:+14155238886')
    assert.deepEqual(
      found.map(({ providerMessageId, status }) => [providerMessageId, status]),
      [
        ['SM3', 'delivered'],
        ['SM2', 'failed'],
      ]
    )
    assert.equal(found[0].createdAt.toISO(), '2026-11-20T17:01:00.000Z')
  })

  test('it turns pages until they are too old', async ({ assert }) => {
    provider.answer((response, { url }) => {
      const page = Number(url.searchParams.get('Page') ?? 0)
      const next = `/2010-04-01/Accounts/${ACCOUNT}/Messages.json?Page=${page + 1}`
      const created = seconds(page < 2 ? 10 : -10)
      const messages = [resource({ sid: `SM${page}`, date_created: created })]
      response.writeHead(200).end(JSON.stringify({ messages, next_page_uri: next }))
    })
    const gateway = open()
    const found = await gateway.list('+5511900000001', since)
    await gateway.close()
    assert.deepEqual(
      found.map(({ providerMessageId }) => providerMessageId),
      ['SM0', 'SM1']
    )
    assert.lengthOf(provider.requests, 3)
  })

  test('an answer that is no list is not an empty list')
    .with([
      [500, '{"code":20500}'],
      [200, '<html>'],
      [200, 'null'],
      [200, '{}'],
      [401, '{"code":20003}'],
      [429, '{"code":20429}'],
    ] as const)
    .run(async ({ assert }, [status, body]) => {
      provider.answerWith(status, body)
      const gateway = open()
      await assert.rejects(() => gateway.list('+5511900000001', since))
      await gateway.close()
    })
})

test.group('Twilio wire | checking', (group) => {
  startProvider(group)

  async function check(settings: Partial<TwilioSettings> = {}) {
    const gateway = open(settings)
    const result = await gateway.check()
    await gateway.close()
    return { ...result, text: [result.summary, ...result.steps].join('\n') }
  }

  test('all is well', async ({ assert }) => {
    provider.answerJson(200, { status: 'active', friendly_name: 'Acme RH' })
    const result = await check({ from: '+5511900000001' })
    assert.isTrue(result.ok)
    assert.equal(result.summary, 'WhatsApp pronto com o remetente +5511900000001, conta “Acme RH”.')
    assert.deepEqual(result.steps, [])
  })

  test('the sandbox works, for those who joined it', async ({ assert }) => {
    provider.answerJson(200, { status: 'active', friendly_name: 'Acme RH' })
    const result = await check()
    assert.isTrue(result.ok)
    assert.include(result.text, 'sandbox')
    assert.include(result.text, 'enviar “join …”')
  })

  test('a suspended account', async ({ assert }) => {
    provider.answerJson(200, { status: 'suspended', friendly_name: 'Acme RH' })
    const result = await check()
    assert.isFalse(result.ok)
    assert.include(result.text, 'não está ativa')
  })

  test('wrong credentials', async ({ assert }) => {
    provider.answerJson(401, { code: 20003, message: 'Authenticate' })
    const result = await check()
    assert.isFalse(result.ok)
    assert.include(result.summary, 'O Twilio recusou as credenciais.')
  })

  test('out of reach', async ({ assert }) => {
    const baseUrl = `http://127.0.0.1:${await freePort()}`
    const result = await check({ baseUrl })
    assert.isFalse(result.ok)
    assert.include(result.summary, `Não conseguimos falar com ${baseUrl}`)
    assert.include(result.text, 'ECONNREFUSED')
  })

  test('no settings: which variables, and what goes into them', async ({ assert }) => {
    const result = await check({ accountSid: undefined, from: 'errado' })
    assert.isFalse(result.ok)
    assert.equal(result.summary, 'WhatsApp não configurado.')
    assert.include(result.text, 'Defina TWILIO_ACCOUNT_SID')
    assert.include(result.text, 'Defina TWILIO_WHATSAPP_FROM')
    assert.notInclude(result.text, 'TWILIO_AUTH_TOKEN')
  })
})
