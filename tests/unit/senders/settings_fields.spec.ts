import { completed, withoutSecrets } from '#senders/settings_fields'
import { newSenderForms, senderForms } from '#senders/validators/sender_validators'
import { test } from '@japa/runner'

const known = { from: '+551140000000', account_sid: 'AC1', auth_token: 'a' }

test.group('Settings of a sender', () => {
  test('what is not given stays, what is emptied goes', ({ assert }) => {
    const url = 'https://exemplo.test'
    const moved = completed('twilio', { auth_token: undefined, api_base_url: url }, known)
    assert.deepEqual(moved, { ...known, api_base_url: url })
    assert.deepEqual(completed('twilio', { auth_token: 'b', api_base_url: null }, moved), {
      ...known,
      auth_token: 'b',
    })
  })

  test('a version of the API that nobody chose is the usual one; a chosen one stays', ({
    assert,
  }) => {
    assert.equal(completed('cloud_api', {}).graph_version, 'v26.0')
    const chosen = { graph_version: 'v27.0' }
    assert.equal(completed('cloud_api', {}, chosen).graph_version, 'v27.0')
  })

  test('what opens an account is never shown', ({ assert }) => {
    const everything = { ...known, access_token: 'b', app_secret: 'c', password: 'd', email: 'e' }
    assert.sameMembers(Object.keys(withoutSecrets(everything)), ['from', 'account_sid', 'email'])
  })

  test('a number is taken digit for digit, however it is written: {given}')
    .with([
      { given: 'whatsapp:+14155238886', number: '+14155238886' },
      { given: '+55 (11) 4000-0000', number: '+551140000000' },
      { given: '+558007770000', number: '+558007770000' },
      { given: '+55 31 8888-7777', number: '+553188887777' },
    ])
    .run(async ({ assert }, { given, number }) => {
      const typed = { label: 'Sul', ...known, account_sid: `AC${'0'.repeat(32)}`, from: given }
      assert.equal(((await newSenderForms.twilio.validate(typed)) as any).from, number)
    })

  test('a number without its country is refused: {from}')
    .with([{ from: '11 4000-0000' }, { from: '+0800' }, { from: 'oi' }])
    .run(async ({ assert }, { from }) => {
      const typed = { label: 'Sul', ...known, account_sid: `AC${'0'.repeat(32)}`, from }
      await assert.rejects(() => newSenderForms.twilio.validate(typed))
    })

  test('a secret may be left out only where one is kept', async ({ assert }) => {
    const typed = { label: 'Sul', from: known.from, account_sid: `AC${'0'.repeat(32)}` }
    await assert.rejects(() => newSenderForms.twilio.validate(typed))
    const kept = (await senderForms.twilio.validate({ ...typed, auth_token: null })) as object
    assert.notProperty(kept, 'auth_token')
  })
})
