import { test } from '@japa/runner'
import { PHONE, Rig, TO } from '#tests/gateways/simulator/rig'

test.group('Simulator | messages', (group) => {
  const rig = new Rig(group)

  test('answers a create request like the real thing', async ({ assert }) => {
    const body = '  *Olá*, João 👩🏽‍💻\n\nLinha & <b> ” — مرحبا  '
    const message = await rig.send({ body })

    assert.match(message.sid, /^SM[0-9a-f]{32}$/)
    assert.equal(message.status, 'queued')
    assert.equal(message.body, body)
    assert.equal(message.to, TO)
    assert.equal(message.from, rig.from)
    assert.equal(message.numSegments, '1')
    assert.equal(message.numMedia, '0')
    assert.equal(message.direction, 'outbound-api')
    assert.isNull(message.errorCode)
    assert.isNull(message.dateSent)
    assert.instanceOf(message.dateCreated, Date)
    assert.isBelow(Math.abs(Date.now() - message.dateCreated.getTime()), 5000)
    const [stored] = await rig.control.messages(PHONE)
    assert.equal(stored.body, body)
  })

  test('gives a message with media an MM sid', async ({ assert }) => {
    const message = await rig.send({ body: undefined, mediaUrl: ['https://convoca.test/mapa.png'] })
    assert.match(message.sid, /^MM/)
    assert.equal(message.numMedia, '1')
  })

  test('shows one message as it stands now', async ({ assert }) => {
    const { sid } = await rig.send()
    await rig.listener.waitFor(3)
    const message = await rig.client().messages(sid).fetch()
    assert.equal(message.status, 'read')
    assert.instanceOf(message.dateSent, Date)

    const unknown = rig.client().messages(`SM${'0'.repeat(32)}`)
    await assert.rejects(() => unknown.fetch(), 'The requested resource was not found')
  })

  test('lists newest first, filters, and pages', async ({ assert }) => {
    for (const body of ['1', '2', '3', '4', '5']) await rig.send({ body })
    await rig.send({ body: 'outra', to: 'whatsapp:+5511900000002' })

    const all = await rig.client().messages.list({ to: TO, from: rig.from, pageSize: 2 })
    assert.deepEqual(
      all.map(({ body }) => body),
      ['5', '4', '3', '2', '1']
    )
    assert.lengthOf(await rig.client().messages.list({ to: TO, limit: 3 }), 3)
    assert.isEmpty(await rig.client().messages.list({ to: 'whatsapp:+5511900000003' }))
  })

  test('filters by the date a message was sent', async ({ assert }) => {
    await rig.send()
    await rig.listener.waitFor(3)
    const [hourAgo, inAnHour] = [-1, 1].map((hours) => new Date(Date.now() + hours * 3_600_000))
    const { messages } = rig.client()
    assert.lengthOf(await messages.list({ dateSentAfter: hourAgo, dateSentBefore: inAnHour }), 1)
    assert.lengthOf(await messages.list({ dateSent: new Date() }), 1)
    assert.isEmpty(await messages.list({ dateSentAfter: inAnHour }))
    assert.isEmpty(await messages.list({ dateSentBefore: hourAgo }))
  })

  test('a message on its way has no date sent and matches no such filter', async ({ assert }) => {
    const later = { sent_ms: 60_000, delivered_ms: 60_000, read_ms: 60_000 }
    await rig.control.settings({ delays: later })
    await rig.send()
    const hourAgo = new Date(Date.now() - 3_600_000)
    assert.isEmpty(await rig.client().messages.list({ to: TO, dateSentAfter: hourAgo }))
    assert.lengthOf(await rig.client().messages.list({ to: TO }), 1)
  })

  test('a list can be down, or behind', async ({ assert }) => {
    const { sid } = await rig.send()
    await rig.control.settings({ list: 'lagging', list_lag_ms: 60_000 })
    assert.isEmpty(await rig.client().messages.list({ to: TO }))
    assert.isNotEmpty(await rig.status(sid))

    await rig.control.settings({ list: 'down' })
    await assert.rejects(() => rig.client().messages.list({ to: TO }), /internal server error/)
    await assert.rejects(() => rig.client().messages(sid).fetch(), /internal server error/)
  })

  test('shows the account to whoever has its credentials', async ({ assert }) => {
    const sid = rig.simulator.credentials.TWILIO_ACCOUNT_SID
    const account = await rig.client().api.accounts(sid).fetch()
    assert.equal(account.status, 'active')

    const stranger = rig.client({ token: 'wrong' })
    await assert.rejects(() => stranger.api.accounts(sid).fetch(), 'Authenticate')
    await assert.rejects(() => rig.client().api.accounts('ACother').fetch(), 'Authenticate')
  })

  test('refuses with {code}, in words and with a link')
    .with([
      { code: 20003, options: { token: 'wrong' }, status: 401 },
      { code: 21211, message: { to: 'whatsapp:+55119' } },
      { code: 21211, message: { to: 'whatsapp:abc' } },
      { code: 21211, message: { to: 'whatsapp:5511900000001' } },
      { code: 21604, message: { to: '' } },
      { code: 21603, message: { from: '' } },
      { code: 21212, message: { from: 'whatsapp:+1' } },
      { code: 21910, message: { to: '+5511900000001' } },
      { code: 21910, message: { from: '+14155238886' } },
      { code: 63007, message: { from: 'whatsapp:+14155550000' } },
      { code: 63031, message: { to: 'whatsapp:+14155238886' } },
      { code: 21602, message: { body: '' } },
      { code: 21617, message: { body: 'x'.repeat(1601) } },
      { code: 21609, message: { statusCallback: 'nowhere' } },
      { code: 21609, message: { statusCallback: 'http://my_host/status' } },
      { code: 21620, message: { mediaUrl: ['ftp://convoca.test/x'] } },
      { code: 21655, message: { contentSid: `HX${'0'.repeat(32)}` } },
      { code: 21701, message: { messagingServiceSid: `MG${'0'.repeat(32)}` } },
    ])
    .run(async ({ assert }, { code, message, options, status = 400 }) => {
      const failure = await rig.failure(message, options)
      assert.equal(failure.code, code)
      assert.equal(failure.status, status)
      assert.equal(failure.moreInfo, `https://www.twilio.com/docs/errors/${code}`)
      assert.isNotEmpty(failure.message)
      const [request] = await rig.control.requests()
      assert.equal(request.outcome, 'refused')
      assert.equal(request.code, code)
      assert.isEmpty(await rig.control.messages())
    })

  test('takes a body of exactly 1,600 characters', async ({ assert }) => {
    const { body } = await rig.send({ body: 'x'.repeat(1600) })
    assert.lengthOf(body, 1600)
  })
})

test.group('Simulator | faults', (group) => {
  const rig = new Rig(group)

  test('{fault}: the SDK sees {code}, the provider took {accepted}')
    .with([
      { fault: 'http_429', status: 429, code: 20429, accepted: 0 },
      { fault: 'http_500', status: 500, code: 20500, accepted: 0 },
      { fault: 'http_503_empty', status: 503, code: undefined, accepted: 0 },
      { fault: 'http_502_html', status: 502, code: undefined, accepted: 0 },
      { fault: 'http_401', status: 401, code: 20003, accepted: 0 },
      { fault: 'error_code', status: 400, code: 63018, accepted: 0 },
      { fault: 'hang', status: undefined, code: 'ECONNABORTED', accepted: 0 },
      { fault: 'reset_before', status: undefined, code: 'ECONNRESET', accepted: 0 },
      { fault: 'accept_then_hang', status: undefined, code: 'ECONNABORTED', accepted: 1 },
      { fault: 'accept_then_reset', status: undefined, code: 'ECONNRESET', accepted: 1 },
      { fault: 'accept_then_500', status: 500, code: 20500, accepted: 1 },
      { fault: 'truncated_201', status: 201, code: 'ERR_BAD_RESPONSE', accepted: 1 },
    ] as const)
    .run(async ({ assert }, { fault, status, code, accepted }) => {
      await rig.control.settings({ fault, times: 1 })
      const failure = await rig.failure({ body: 'com falha' }, { timeout: 300 })
      assert.equal(failure.code, code)
      assert.equal(failure.status, status)
      assert.equal(await rig.control.accepted(), accepted)
      assert.lengthOf(await rig.control.messages(), accepted)
      const [request] = await rig.control.requests()
      assert.include(request, { fault, recipient: TO, body: 'com falha' })

      assert.include(await rig.control.settings(), { fault: 'none', times: null })
      await rig.send()
      assert.equal(await rig.control.accepted(), accepted + 1)
    })

  test('the receipt of a message whose answer was lost names our message', async ({ assert }) => {
    await rig.control.settings({ fault: 'accept_then_reset', times: 1 })
    await rig.failure()
    const [call] = await rig.listener.waitFor(1)
    assert.equal(call.path, '/status?message=7')
  })

  test('a slow provider creates the message after the caller gave up', async ({ assert }) => {
    await rig.control.settings({ fault: 'slow', times: 1, slow_ms: 400 })
    assert.include(await rig.failure({}, { timeout: 100 }), { code: 'ECONNABORTED' })
    assert.equal(await rig.control.accepted(), 0)
    await rig.listener.waitFor(1)
    assert.equal(await rig.control.accepted(), 1)
  })

  test('a fault stays until it is switched off, or as often as asked', async ({ assert }) => {
    await rig.control.settings({ fault: 'http_500' })
    assert.include(await rig.failure(), { status: 500 })
    assert.include(await rig.failure(), { status: 500 })
    await rig.control.settings({ fault: 'http_500', times: 2 })
    assert.include(await rig.failure(), { status: 500 })
    assert.include(await rig.failure(), { status: 500 })
    await rig.send()
  })

  test('an error code may be any', async ({ assert }) => {
    await rig.control.settings({ fault: 'error_code', error_code: 21610, times: 1 })
    const failure = await rig.failure()
    assert.equal(failure.code, 21610)
    assert.equal(failure.status, 400)
  })

  test('a 429 says when to come back, if told to', async ({ assert }) => {
    const retryAfter = async () => {
      const { TWILIO_ACCOUNT_SID: sid } = rig.simulator.credentials
      const { headers } = await fetch(
        `${rig.simulator.twilioUrl}/2010-04-01/Accounts/${sid}/Messages.json`,
        {
          method: 'POST',
          headers: { authorization: `Basic ${btoa(`${sid}:${rig.authToken}`)}` },
          body: new URLSearchParams({ To: TO, From: rig.from, Body: 'Oi' }),
        }
      )
      return headers.get('retry-after')
    }
    await rig.control.settings({ fault: 'http_429', retry_after: 7 })
    assert.equal(await retryAfter(), '7')
    await rig.control.settings({ fault: 'http_429', retry_after: null })
    assert.isNull(await retryAfter())
  })

  test('with http_401 nothing of the account can be read either', async ({ assert }) => {
    await rig.control.settings({ fault: 'http_401' })
    await assert.rejects(() => rig.client().messages.list(), 'Authenticate')
  })
})
