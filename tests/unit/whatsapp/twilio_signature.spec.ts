import { createHash, createHmac } from 'node:crypto'
import { test } from '@japa/runner'
import { verifySignature, type SignedCall } from '#whatsapp/gateways/twilio_webhook'

const PARAMS = {
  CallSid: 'CA1234567890ABCDE',
  Caller: '+14158675309',
  Digits: '1234',
  From: '+14158675309',
  To: '+18005551212',
}

const GENUINE: SignedCall = {
  authToken: '12345',
  url: 'https://mycompany.com/myapp.php?foo=1&bar=2',
  rawBody: form(PARAMS),
  signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B8=',
}

function form(params: Record<string, string>) {
  return new URLSearchParams(params).toString()
}

function sign(url: string, params: [name: string, value: string][] = [], authToken = '12345') {
  const data =
    url +
    params
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .join('')
      .replaceAll(',', '')
  return createHmac('sha1', authToken).update(data).digest('base64')
}

test.group('Twilio signature', () => {
  test('a genuine call passes', ({ assert }) => {
    assert.isTrue(verifySignature(GENUINE))
    assert.isTrue(
      verifySignature({
        ...GENUINE,
        url: 'https://example.com/myapp.php?foo=1&bar=2',
        rawBody: form({ ...PARAMS, Caller: '+14158675310', From: '+14158675310' }),
        signature: 'L/OH5YylLD5NRKLltdqwSvS0BnU=',
      })
    )
  })

  test('the standard port in the address makes no difference', ({ assert }) => {
    const url = GENUINE.url.replace('mycompany.com', 'mycompany.com:443')
    assert.isTrue(verifySignature({ ...GENUINE, url }))
  })

  test('it fails with {0}')
    .with([
      ['http instead of https', { url: GENUINE.url.replace('https', 'http') }],
      ['another host', { url: GENUINE.url.replace('mycompany', 'yourcompany') }],
      ['the query dropped', { url: 'https://mycompany.com/myapp.php' }],
      ['a slash appended', { url: 'https://mycompany.com/myapp.php/?foo=1&bar=2' }],
      ['a relative address', { url: '/myapp.php?foo=1&bar=2' }],
      ['no signature', { signature: undefined }],
      ['an empty signature', { signature: '' }],
      ['a signature of another length', { signature: 'RSOYDt4T1cUT' }],
      ['somebody else’s token', { authToken: '54321' }],
      ['no token', { authToken: '' }],
      ['one digit changed', { rawBody: form({ ...PARAMS, Digits: '1235' }) }],
      ['a field added', { rawBody: `${GENUINE.rawBody}&Extra=1` }],
      ['a field doubled', { rawBody: `${GENUINE.rawBody}&Digits=99` }],
      ['the body emptied', { rawBody: '' }],
      ['binary rubbish', { rawBody: Buffer.from([0xff, 0xfe, 0x00, 0x25]) }],
      ['a field named like an internal', { rawBody: `${GENUINE.rawBody}&__proto__=1` }],
    ] as const)
    .run(({ assert }, [, change]) => assert.isFalse(verifySignature({ ...GENUINE, ...change })))

  test('spaces around a value and empty fields are part of what is signed', ({ assert }) => {
    const params: [string, string][] = [
      ['Body', '  olá, tudo bem?  '.replaceAll(',', '')],
      ['Empty', ''],
      ['ProfileName', 'Zoé 👩🏽‍💻'],
    ]
    const url = 'https://convoca.example/webhooks/twilio/messages'
    const call = { ...GENUINE, url, signature: sign(url, params) }
    assert.isTrue(verifySignature({ ...call, rawBody: form(Object.fromEntries(params)) }))
    assert.isTrue(
      verifySignature({ ...call, rawBody: Buffer.from(form(Object.fromEntries(params))) })
    )
    const trimmed = { Body: 'olá tudo bem?', Empty: '', ProfileName: 'Zoé 👩🏽‍💻' }
    assert.isFalse(verifySignature({ ...call, rawBody: form(trimmed) }))
    const { Empty, ...dropped } = Object.fromEntries(params)
    assert.isFalse(verifySignature({ ...call, rawBody: form(dropped) }))
  })

  test('a field may come twice', ({ assert }) => {
    const url = 'https://convoca.example/webhooks/twilio/messages'
    const signature = sign(url, [
      ['MediaUrl', 'a'],
      ['MediaUrl', 'b'],
    ])
    const rawBody = 'MediaUrl=b&MediaUrl=a'
    assert.isTrue(verifySignature({ ...GENUINE, url, rawBody, signature }))
  })

  test('a JSON body is signed by its hash in the address', ({ assert }) => {
    const rawBody = '{"status":"delivered"}'
    const hash = createHash('sha256').update(rawBody).digest('hex')
    const url = `https://convoca.example/webhooks/twilio/status?bodySHA256=${hash}`
    const call = { ...GENUINE, url, rawBody, signature: sign(url) }
    assert.isTrue(verifySignature(call))
    assert.isFalse(verifySignature({ ...call, rawBody: '{"status":"read"}' }))
    assert.isFalse(verifySignature({ ...call, signature: sign(`${url}0`), url: `${url}0` }))
  })
})
