import { test } from '@japa/runner'
import { canCallBack } from '#whatsapp/gateways/twilio_settings'

test.group('Twilio settings | where callbacks can go', () => {
  test('Twilio reaches {0}: {1}')
    .with([
      ['https://convoca.example.com', true],
      ['https://172.32.0.1', true],
      ['http://localhost:3333', false],
      ['http://convoca:3333', false],
      ['https://rh_convoca.example.com', false],
      ['http://127.0.0.1:3333', false],
      ['http://10.0.0.5', false],
      ['http://192.168.0.5', false],
      ['http://172.16.0.5', false],
      ['http://[::1]:3333', false],
      ['http://convoca.local', false],
    ] as const)
    .run(({ assert }, [publicUrl, reachable]) => {
      assert.equal(canCallBack({ publicUrl }), reachable)
    })

  test('a server on this machine that plays Twilio reaches this machine', ({ assert }) => {
    const publicUrl = 'http://localhost:3333'
    assert.isTrue(canCallBack({ publicUrl, baseUrl: `${publicUrl}/simulator/twilio` }))
  })
})
