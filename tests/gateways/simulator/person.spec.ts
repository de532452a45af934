import { test } from '@japa/runner'
import twilio from 'twilio'
import { PHONE, Rig } from '#tests/gateways/simulator/rig'

const MINEIRO = '+5531988880001'
const MINEIRO_OF_OLD = '+553188880001'

test.group('Simulator | a person writes', (group) => {
  const rig = new Rig(group)

  test('the inbound webhook is called, signed', async ({ assert }) => {
    await rig.control.phone(PHONE, { name: 'Ana Fictícia' })
    const text = '  Confirmo! 👍🏽\n<b> & "aspas" — שלום  '
    const reply = await rig.control.reply(PHONE, text)
    const [{ path, form, signature }] = rig.listener.calls

    assert.deepEqual(reply, {
      sid: form.MessageSid,
      url: `${rig.listener.origin}/webhooks/twilio/messages`,
      status: 204,
    })
    assert.equal(path, '/webhooks/twilio/messages')
    assert.include(form, {
      AccountSid: rig.simulator.credentials.TWILIO_ACCOUNT_SID,
      Body: text,
      From: `whatsapp:${PHONE}`,
      MessageType: 'text',
      NumMedia: '0',
      ProfileName: 'Ana Fictícia',
      SmsStatus: 'received',
      To: rig.from,
      WaId: PHONE.slice(1),
    })
    assert.match(form.MessageSid, /^SM[0-9a-f]{32}$/)
    assert.isTrue(twilio.validateRequest(rig.authToken, signature, reply.url!, form))
    const [message] = await rig.control.messages(PHONE)
    assert.include(message, { direction: 'inbound', body: text, status: 'received' })
  })

  test('answering a message of ours names it', async ({ assert }) => {
    const { sid } = await rig.send()
    await rig.listener.waitFor(2)
    await rig.control.reply(PHONE, '1', sid)
    const form = rig.listener.calls.map((call) => call.form).find(({ Body: body }) => body === '1')!
    assert.include(form, {
      OriginalRepliedMessageSid: sid,
      OriginalRepliedMessageSender: rig.from,
    })
    const elsewhere = `SM${'0'.repeat(32)}`
    await assert.rejects(() => rig.control.reply(PHONE, '1', elsewhere), /409.*não está neste/)
    await assert.rejects(() => rig.control.reply(PHONE, '1', 'x'), /422/)
  })

  test('what the webhook answered is told', async ({ assert }) => {
    rig.listener.answers = [500]
    assert.equal(await rig.replyStatus(PHONE, 'Oi'), 500)
    rig.listener.drops = 2
    assert.isNull(await rig.replyStatus(PHONE, 'Oi'))
  })

  test('an old account writes without the ninth digit', async ({ assert }) => {
    await rig.control.phone(MINEIRO, { lacks_ninth_digit: true })
    await rig.control.reply(MINEIRO, 'Oi')
    const [{ form }] = rig.listener.calls
    assert.include(form, {
      From: `whatsapp:${MINEIRO_OF_OLD}`,
      WaId: MINEIRO_OF_OLD.slice(1),
    })
  })

  test('both forms of a number reach the same phone', async ({ assert }) => {
    await rig.send({ to: `whatsapp:${MINEIRO}` })
    await rig.send({ to: `whatsapp:${MINEIRO_OF_OLD}` })
    assert.lengthOf(await rig.control.messages(MINEIRO), 2)
    assert.lengthOf(await rig.control.messages(MINEIRO_OF_OLD), 2)
  })

  test('to answer is to have read', async ({ assert }) => {
    await rig.control.phone(PHONE, { reads: false })
    await rig.send()
    await rig.listener.waitFor(2)
    await rig.control.reply(PHONE, 'Oi')
    await rig.listener.waitFor(4)
    assert.sameMembers(rig.listener.statuses, ['sent', 'delivered', 'read', undefined])
  })

  test('who has not joined the sandbox is not heard, and joins as on the real one', async ({
    assert,
  }) => {
    await rig.control.phone(PHONE, { joined: false })
    assert.isNull(await rig.replyStatus(PHONE, 'Oi'))
    assert.isNull(await rig.replyStatus(PHONE, 'join duas-palavras'))
    assert.isEmpty(rig.listener.calls)
    assert.equal(await rig.replyStatus(PHONE, 'Oi'), 204)
  })

  test('a number without WhatsApp cannot answer', async ({ assert }) => {
    await rig.control.phone(PHONE, { has_whatsapp: false })
    await assert.rejects(() => rig.control.reply(PHONE, 'Oi'), /409.*não tem WhatsApp/)
  })
})

test.group('Simulator | control', (group) => {
  const rig = new Rig(group)
  const post = async (contentType: string) => {
    const { status } = await fetch(`${rig.simulator.baseUrl}/simulator/control/reset`, {
      method: 'POST',
      headers: { 'content-type': contentType },
      body: '{}',
    })
    return status
  }

  test('forms of other sites are refused: {$self}')
    .with(['text/plain', 'application/x-www-form-urlencoded'])
    .run(async ({ assert }, contentType) => {
      await rig.send()
      assert.equal(await post(contentType), 415)
      assert.lengthOf(await rig.control.messages(), 1)
      assert.equal(await post('application/json'), 204)
      assert.isEmpty(await rig.control.messages())
    })

  test('what it does not understand is refused, and nothing changes')
    .with([
      { fault: 'earthquake' },
      { times: 0, fault: 'hang' },
      { error_code: 'x' },
      { delays: { sent_ms: -1 } },
      { window: 'ajar' },
    ])
    .run(async ({ assert }, change) => {
      const before = await rig.control.settings()
      await assert.rejects(() => rig.control.settings(change as never), /422/)
      assert.deepEqual(await rig.control.settings(), before)
    })

  test('a change leaves alone what it does not name', async ({ assert }) => {
    const before = await rig.control.settings()
    const after = await rig.control.settings({ delays: { read_ms: 99 } })
    assert.deepEqual(after, { ...before, delays: { ...before.delays, read_ms: 99 } })
    assert.deepEqual(await rig.control.settings({ window: null } as never), after)
  })

  test('numbers nobody can have are refused', async ({ assert }) => {
    await assert.rejects(() => rig.control.phone('12', {}), /422.*país e DDD/)
  })

  test('a reset ends hung requests and brings back an ordinary day', async ({ assert }) => {
    await rig.control.settings({ fault: 'hang', callbacks: 'lost', window: 'enforced' })
    const hung = rig.failure({}, { timeout: 20_000 })
    await rig.until(async () => {
      const requests = await rig.control.requests()
      return requests.length === 1
    })
    await rig.control.reset()
    assert.include(await hung, { code: 'ECONNRESET' })
    assert.include(await rig.control.settings(), {
      fault: 'none',
      callbacks: 'normal',
      window: 'open',
    })
    assert.isEmpty(await rig.control.requests())
  })
})
