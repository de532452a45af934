import { test } from '@japa/runner'
import twilio from 'twilio'
import { PHONE, Rig } from '#tests/gateways/simulator/rig'

test.group('Simulator | levers of the way to the phone', (group) => {
  const rig = new Rig(group)

  test('fate {fate}, callbacks {callbacks}: the customer hears {heard}')
    .with([
      { fate: 'stuck_sent', callbacks: 'normal', heard: ['sent'] },
      { fate: 'fails', callbacks: 'normal', heard: ['failed'] },
      { fate: 'fails_then_arrives', callbacks: 'normal', heard: ['failed', 'delivered', 'read'] },
      { fate: 'normal', callbacks: 'no_delivered', heard: ['sent', 'read'] },
      { fate: 'stuck_sent', callbacks: 'many', heard: Array(10).fill('sent') },
    ] as const)
    .run(async ({ assert }, { fate, callbacks, heard }) => {
      await rig.control.settings({ fate, callbacks, fate_code: 63049 })
      await rig.send()
      await rig.listener.waitFor(heard.length)
      assert.deepEqual(rig.listener.statuses, [...heard])
      const { ErrorCode: code } = rig.listener.calls[0].form
      assert.equal(code, heard[0] === 'failed' ? '63049' : undefined)
    })

  test('“read” can be the first word', async ({ assert }) => {
    await rig.control.settings({ callbacks: 'read_first' })
    await rig.send()
    await rig.listener.waitFor(3)
    assert.deepEqual(rig.listener.statuses, ['read', 'sent', 'delivered'])
  })

  test('signed with {signature}, a call convinces: {convinces}')
    .with([
      { signature: 'right', convinces: true },
      { signature: 'other_secret', convinces: false },
      { signature: 'missing', convinces: false },
      { signature: 're_encoded', convinces: false },
    ] as const)
    .run(async ({ assert }, { signature, convinces }) => {
      await rig.control.settings({ signature })
      const { url } = await rig.control.reply(PHONE, 'Oi')
      const [call] = rig.listener.calls
      assert.equal(
        twilio.validateRequest(rig.authToken, call.signature, url!, call.form),
        convinces
      )
      assert.equal(call.signature === 'undefined', signature === 'missing')
    })

  test('fields nobody has heard of are signed like the others', async ({ assert }) => {
    await rig.control.settings({ call_shape: 'unknown_fields' })
    const { url } = await rig.control.reply(PHONE, 'Oi')
    const [{ form, signature }] = rig.listener.calls
    assert.property(form, 'NeverHeardOf')
    assert.isTrue(twilio.validateRequest(rig.authToken, signature, url!, form))
  })

  test('a receipt can hide whom it is about', async ({ assert }) => {
    await rig.control.settings({ call_shape: 'masked_address' })
    await rig.send()
    const [{ form }] = await rig.listener.waitFor(1)
    assert.match(form.ChannelToAddress, /^\+\d+XXXX$/)
  })

  test('sent elsewhere, nothing was taken and no credentials went along', async ({ assert }) => {
    await rig.control.settings({ fault: 'redirect', times: 1 })
    const { status } = await rig.failure()
    assert.equal(status, 307)
    assert.equal(await rig.control.accepted(), 0)
  })

  test('an answer that never ends belongs to a message that exists', async ({ assert }) => {
    await rig.control.settings({ fault: 'slow_body', times: 1, slow_ms: 3000 })
    const { code } = await rig.failure({}, { timeout: 300 })
    assert.equal(code, 'ECONNABORTED')
    assert.equal(await rig.control.accepted(), 1)
  })
})
