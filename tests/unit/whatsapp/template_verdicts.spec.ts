import * as meta from '#whatsapp/gateways/cloud_api_errors'
import * as twilio from '#whatsapp/gateways/twilio_errors'
import { test } from '@japa/runner'

const VERDICTS = [
  [twilio, '63040', 'rejected'],
  [twilio, '63041', 'paused'],
  [twilio, '63042', 'disabled'],
  [meta, '132001', 'rejected'],
  [meta, '132015', 'paused'],
  [meta, '132016', 'disabled'],
] as const

test.group('What a code says of the template', () => {
  for (const [provider, code, state] of VERDICTS) {
    test(`${code}: ${state}`, ({ assert }) => {
      assert.equal(provider.templateVerdict(code), state)
    })
  }

  test('a code about the message says nothing of it', ({ assert }) => {
    for (const code of ['63016', '63024', '131026', 'constructor']) {
      assert.isNull(twilio.templateVerdict(code))
      assert.isNull(meta.templateVerdict(code))
    }
  })
})
