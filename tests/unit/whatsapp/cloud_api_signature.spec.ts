import { createHmac } from 'node:crypto'
import { test } from '@japa/runner'
import { isSameToken, verifyHubSignature } from '#whatsapp/gateways/cloud_api_signature'

const SECRET = 'segredo-do-app'
const sign = (body: Buffer | string, secret = SECRET) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`

test.group('Signature of Meta', () => {
  test('genuine bytes are genuine: {0}')
    .with([
      '{"body":"Ol\\u00e1 \\ud83d\\udc4d","url":"https:\\/\\/exemplo.test\\/a"}',
      '{"body":"Olá 👍"}',
      '{ "body" : "  espaços  " }\n',
      '',
    ])
    .run(({ assert }, body) => {
      const bytes = Buffer.from(body)
      assert.isTrue(verifyHubSignature(bytes, sign(bytes), [SECRET]))
      assert.isTrue(verifyHubSignature(bytes, sign(bytes), ['outro', SECRET]))
    })

  test('the same JSON written again is not what was signed', ({ assert }) => {
    const body = '{"body":"Ol\\u00e1","url":"https:\\/\\/exemplo.test"}'
    const again = Buffer.from(JSON.stringify(JSON.parse(body)))
    assert.isFalse(verifyHubSignature(again, sign(body), [SECRET]))
  })

  test('anything else is forged: {0}')
    .with([
      undefined,
      '',
      'sha256=',
      `sha256=${'0'.repeat(64)}`,
      sign('{}', 'outro'),
      sign('{}').replace('sha256', 'sha1'),
      sign('{}').toUpperCase(),
      `${sign('{}')}0`,
      'sha256=não',
    ])
    .run(({ assert }, signature) => {
      assert.isFalse(verifyHubSignature(Buffer.from('{}'), signature, [SECRET]))
    })

  test('without a secret nothing is genuine', ({ assert }) => {
    const body = Buffer.from('{}')
    assert.isFalse(verifyHubSignature(body, sign(body), []))
    assert.isFalse(verifyHubSignature(body, sign(body, ''), ['']))
  })

  test('a token is the same or it is not', ({ assert }) => {
    assert.isTrue(isSameToken('ação', 'ação'))
    assert.isFalse(isSameToken('ação', 'acao'))
    assert.isFalse(isSameToken('', ''))
  })
})
