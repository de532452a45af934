import { test } from '@japa/runner'
import { parseInbound } from '#whatsapp/gateways/twilio_inbound'
import { parseStatus } from '#whatsapp/gateways/twilio_webhook'

const UUID = '0b9a3c1e-5d7f-4a2b-8c6d-1e2f3a4b5c6d'
const MESSAGE_SID = `SM${'0'.repeat(32)}`

function status(fields: object, query = `message=${UUID}`) {
  const params = new URLSearchParams({ MessageSid: MESSAGE_SID, ...fields })
  return parseStatus(params, new URLSearchParams(query))
}

function inbound(fields: object = {}) {
  const base = { MessageSid: MESSAGE_SID, From: 'whatsapp:+5511900000001', Body: 'Oi' }
  return parseInbound(new URLSearchParams({ ...base, SmsStatus: 'received', ...fields }))
}

test.group('Twilio webhooks | statuses', () => {
  test('"{0}" is {1}')
    .with([
      ['queued', 'accepted'],
      ['accepted', 'accepted'],
      ['scheduled', 'accepted'],
      ['sending', 'accepted'],
      ['sent', 'sent'],
      ['delivered', 'delivered'],
      ['read', 'read'],
      ['failed', 'failed'],
      ['undelivered', 'failed'],
      ['canceled', 'failed'],
    ] as const)
    .run(({ assert }, [word, ours]) => {
      assert.equal(status({ MessageStatus: word })?.status, ours)
    })

  test('our message id comes back in the address', ({ assert }) => {
    assert.deepEqual(status({ MessageStatus: 'sent', Extra: 'future' }), {
      messageId: UUID,
      providerMessageId: MESSAGE_SID,
      status: 'sent',
      errorCode: null,
      errorDetail: null,
    })
  })

  test('a failure says why', ({ assert }) => {
    const failed = { MessageStatus: 'undelivered', ErrorCode: '63024' }
    const report = status({ ...failed, ErrorMessage: 'Invalid recipient' })
    assert.equal(report?.errorCode, '63024')
    assert.equal(report?.errorDetail, 'Invalid recipient')
    assert.equal(status({ ...failed, ChannelStatusMessage: 'no' })?.errorDetail, 'no')
  })

  test('a reason is cut to what the ledger keeps, without NUL characters', ({ assert }) => {
    const report = status({
      MessageSid: `SM\u0000${'9'.repeat(300)}`,
      MessageStatus: 'failed',
      ErrorCode: '1'.repeat(30),
      ErrorMessage: `a\u0000b${'x'.repeat(900)}`,
    })!
    assert.lengthOf(report.providerMessageId, 200)
    assert.lengthOf(report.errorCode!, 20)
    assert.lengthOf(report.errorDetail!, 500)
    assert.match(report.errorDetail!, /^abx+$/)
  })

  test('an id that is not one of ours is no id', ({ assert }) => {
    assert.isNull(status({ MessageStatus: 'sent' }, '')!.messageId)
    assert.isNull(status({ MessageStatus: 'sent' }, "message=1'--")!.messageId)
  })

  test('what is not a status we know is nothing')
    .with([{}, { MessageStatus: 'received' }, { MessageStatus: 'toString' }, { MessageSid: '' }])
    .run(({ assert }, fields) => assert.isNull(status(fields as {})))
})

test.group('Twilio webhooks | inbound messages', () => {
  test('a pressed button names the message it was under, and what it stands for', ({ assert }) => {
    const pressed = inbound({
      Body: '',
      ButtonText: 'Confirmar',
      ButtonPayload: 'confirm:7:1',
      OriginalRepliedMessageSid: 'SM1',
    })
    assert.include(pressed, { body: 'Confirmar', payload: 'confirm:7:1', repliedTo: 'SM1' })
  })

  test('the address is told without its prefix, the text exactly as typed', ({ assert }) => {
    const message = inbound({ Body: '  sim,\n confirmo 👍🏽  ', ProfileName: 'Ana' })
    assert.deepEqual(message, {
      providerMessageId: MESSAGE_SID,
      from: '+5511900000001',
      to: null,
      userId: null,
      body: '  sim,\n confirmo 👍🏽  ',
      profileName: 'Ana',
      content: null,
      repliedTo: null,
      payload: null,
    })
  })

  test('a person who hides the number is known by another address', ({ assert }) => {
    assert.equal(inbound({ From: 'whatsapp:BR.1502576394655843' })?.from, 'BR.1502576394655843')
  })

  test('an address is cut to what the ledger keeps', ({ assert }) => {
    assert.lengthOf(inbound({ From: `whatsapp:\u0000${'9'.repeat(300)}` })!.from, 160)
    assert.isNull(inbound({ From: 'whatsapp:\u0000' }))
  })

  test('NUL characters are taken out, for no database would keep them', ({ assert }) => {
    assert.equal(inbound({ Body: 'a\u0000b' })?.body, 'ab')
    assert.isNull(inbound({ ProfileName: '\u0000' })!.profileName)
  })

  test('media comes as addresses', ({ assert }) => {
    const message = inbound({
      Body: '',
      NumMedia: '1',
      MediaUrl0: 'https://api.twilio.com/media/ME1',
      MediaContentType0: 'image/jpeg',
    })
    assert.equal(message?.body, '')
    const reference = 'https://api.twilio.com/media/ME1'
    assert.deepEqual(message?.content, {
      media: [{ kind: 'image', contentType: 'image/jpeg', filename: null, reference }],
    })
  })

  test('what is not a message is nothing')
    .with([{ MessageStatus: 'sent' }, { MessageSid: '' }, { From: '' }])
    .run(({ assert }, fields) => assert.isNull(inbound(fields as {})))
})
