import { test } from '@japa/runner'
import twilio from 'twilio'
import { twilioSignature } from '#simulator/twilio/signature'
import { PHONE, Rig, TO } from '#tests/gateways/simulator/rig'

test.group('Simulator | signature', () => {
  test('is the one of the published examples', ({ assert }) => {
    const url = 'https://mycompany.com/myapp.php?foo=1&bar=2'
    const form = {
      To: '+18005551212',
      From: '+14158675309',
      Digits: '1234',
      Caller: '+14158675309',
      CallSid: 'CA1234567890ABCDE',
    }
    assert.equal(twilioSignature('12345', url, form), 'RSOYDt4T1cUTdK1PDd93/VVr8B8=')
  })
})

test.group('Simulator | status callbacks', (group) => {
  const rig = new Rig(group)
  const isSigned = (call: { signature: string; path: string; form: Record<string, string> }) =>
    twilio.validateRequest(
      rig.authToken,
      call.signature,
      rig.listener.origin + call.path,
      call.form
    )

  test('tell the way of a message, signed, to the address it was given', async ({ assert }) => {
    const { sid } = await rig.send()
    const calls = await rig.listener.waitFor(3)
    assert.deepEqual(rig.listener.statuses, ['sent', 'delivered', 'read'])
    for (const call of calls) {
      assert.equal(call.path, '/status?message=7')
      assert.include(call.contentType, 'application/x-www-form-urlencoded')
      assert.isTrue(isSigned(call))
    }
    assert.include(calls[1].form, {
      AccountSid: rig.simulator.credentials.TWILIO_ACCOUNT_SID,
      ApiVersion: '2010-04-01',
      ChannelPrefix: 'whatsapp',
      ChannelToAddress: PHONE,
      EventType: 'DELIVERED',
      From: rig.from,
      MessageSid: sid,
      MessageStatus: 'delivered',
      SmsSid: sid,
      SmsStatus: 'delivered',
      To: TO,
    })
    assert.notProperty(calls[0].form, 'EventType')
    assert.notProperty(calls[1].form, 'ErrorCode')
  })

  test('are signed over the address as it was written, without connection overrides', async ({
    assert,
  }) => {
    await rig.send({ statusCallback: `${rig.listener.origin}/s?nome=Jo%C3%A3o+%26&v=a%20b#rc=3` })
    const [call] = await rig.listener.waitFor(1)
    assert.equal(call.path, '/s?nome=Jo%C3%A3o+%26&v=a%20b')
    assert.isTrue(isSigned(call))
    assert.isFalse(isSigned({ ...call, form: { ...call.form, MessageStatus: 'read' } }))
  })

  test('are not sent without an address', async ({ assert }) => {
    await rig.send({ statusCallback: undefined })
    await rig.send({ body: 'depois' })
    const calls = await rig.listener.waitFor(3)
    assert.lengthOf(new Set(calls.map(({ form }) => form.MessageSid)), 1)
  })

  test('a dropped connection is tried once more, an error is not', async ({ assert }) => {
    await rig.control.settings({ hold_callbacks: true })
    await rig.send()
    rig.listener.drops = 1
    rig.listener.answers = [204, 500]
    const deliveries = await rig.control.release()
    assert.deepEqual(
      deliveries.map(({ message_status: status, status: answer }) => [status, answer]),
      [
        ['sent', 204],
        ['delivered', 500],
        ['read', 204],
      ]
    )
    assert.deepEqual(rig.listener.statuses, ['sent', 'sent', 'delivered', 'read'])
  })

  test('a phone that is not looked at leaves the message delivered', async ({ assert }) => {
    await rig.control.phone(PHONE, { reads: false })
    await rig.send()
    await rig.listener.waitFor(2)
    assert.deepEqual(await rig.control.release(), [])
    const [message] = await rig.control.messages(PHONE)
    assert.equal(message.status, 'delivered')
  })

  test('{callbacks}: {statuses}')
    .with([
      {
        callbacks: 'doubled',
        statuses: ['sent', 'sent', 'delivered', 'delivered', 'read', 'read'],
      },
      { callbacks: 'reversed', statuses: ['read', 'delivered', 'sent'] },
      { callbacks: 'before_response', statuses: ['sent', 'delivered', 'read'] },
    ] as const)
    .run(async ({ assert }, { callbacks, statuses }) => {
      await rig.control.settings({ callbacks })
      await rig.send()
      await rig.listener.waitFor(statuses.length)
      assert.deepEqual(rig.listener.statuses, [...statuses])
    })

  test('lost: the message goes on, nobody is told', async ({ assert }) => {
    await rig.control.settings({ callbacks: 'lost' })
    const { sid } = await rig.send()
    await rig.control.settings({ callbacks: 'normal' })
    await rig.send({ body: 'depois' })
    await rig.listener.waitFor(3)
    assert.equal(await rig.status(sid), 'read')
    assert.notInclude(
      rig.listener.calls.map(({ form }) => form.MessageSid),
      sid
    )
  })

  test('late: the message goes on, the callbacks follow', async ({ assert }) => {
    await rig.control.settings({ callbacks: 'late', late_ms: 60_000 })
    const { sid } = await rig.send()
    await rig.control.settings({ callbacks: 'normal' })
    await rig.send({ body: 'depois' })
    await rig.listener.waitFor(3)
    assert.equal(await rig.status(sid), 'read')

    rig.listener.forget()
    await rig.control.release()
    assert.deepEqual(rig.listener.statuses, ['sent', 'delivered', 'read'])
  })

  test('before the response: the first callback was answered by then', async ({ assert }) => {
    const delays = { sent_ms: 60_000, delivered_ms: 60_001, read_ms: 60_002 }
    await rig.control.settings({ callbacks: 'before_response', delays })
    const message = await rig.send()
    assert.equal(message.status, 'queued')
    assert.include(rig.listener.calls[0].form, { MessageSid: message.sid, MessageStatus: 'sent' })
  })

  test('held callbacks wait for their release', async ({ assert }) => {
    await rig.control.settings({ hold_callbacks: true, callbacks: 'reversed' })
    const { sid } = await rig.send()
    assert.isEmpty(rig.listener.calls)
    const deliveries = await rig.control.release()
    assert.deepEqual(
      deliveries.map(({ message_status: status }) => status),
      ['read', 'delivered', 'sent']
    )
    assert.deepEqual(deliveries[0], {
      sid,
      message_status: 'read',
      url: rig.statusCallback,
      status: 204,
    })
    assert.isEmpty(await rig.control.release())
  })

  test('callbacks that were held go out when nothing holds them any more', async ({ assert }) => {
    await rig.control.settings({ hold_callbacks: true })
    const { sid } = await rig.send()
    await rig.until(async () => (await rig.status(sid)) === 'read')
    assert.isEmpty(rig.listener.calls)
    await rig.control.settings({ hold_callbacks: false })
    await rig.listener.waitFor(3)
    assert.deepEqual(rig.listener.statuses, ['sent', 'delivered', 'read'])
  })

  test('nothing of yesterday arrives after a reset', async ({ assert }) => {
    await rig.control.settings({ delays: { sent_ms: 100, delivered_ms: 110, read_ms: 120 } })
    await rig.send()
    await rig.control.reset()
    await rig.control.settings({ delays: { sent_ms: 150, delivered_ms: 160, read_ms: 170 } })
    const { sid } = await rig.send()
    await rig.listener.waitFor(3)
    assert.isTrue(rig.listener.calls.every(({ form }) => form.MessageSid === sid))
  })
})

test.group('Simulator | phones that cannot receive', (group) => {
  const rig = new Rig(group)

  test('{name}: {status} with {code}, after the 201')
    .with([
      { name: 'no WhatsApp', phone: { has_whatsapp: false }, status: 'undelivered', code: '63003' },
      { name: 'sandbox not joined', phone: { joined: false }, status: 'failed', code: '63015' },
    ])
    .run(async ({ assert }, { phone, status, code }) => {
      await rig.control.phone(PHONE, phone)
      const { sid } = await rig.send()
      const [{ form }] = await rig.listener.waitFor(1)
      assert.include(form, { MessageStatus: status, ErrorCode: code })
      assert.isNotEmpty(form.ErrorMessage)
      const message = await rig.client().messages(sid).fetch()
      assert.equal(message.status, status)
      assert.equal(message.errorCode, Number(code))
    })

  test('outside the enforced window free text fails until the person writes', async ({
    assert,
  }) => {
    await rig.control.settings({ window: 'enforced' })
    await rig.send()
    const [{ form }] = await rig.listener.waitFor(1)
    assert.include(form, { MessageStatus: 'failed', ErrorCode: '63016' })

    await rig.control.reply(PHONE, 'Oi')
    rig.listener.forget()
    await rig.send()
    await rig.listener.waitFor(3)
    assert.deepEqual(rig.listener.statuses, ['sent', 'delivered', 'read'])
  })

  test('refusals can come at once', async ({ assert }) => {
    await rig.control.settings({ refusals: 'sync' })
    await rig.control.phone(PHONE, { joined: false })
    assert.include(await rig.failure(), { status: 400, code: 63015 })
    assert.equal(await rig.control.accepted(), 0)
    await rig.control.phone(PHONE, { joined: true })
    await rig.send()
  })
})
