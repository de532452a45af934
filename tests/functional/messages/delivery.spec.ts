import Interview from '#interviews/models/interview'
import { claimDue } from '#messages/claim'
import Message from '#messages/models/message'
import { test } from '@japa/runner'
import {
  accepted,
  aCandidate,
  anInterview,
  cleanScene,
  deliverCallbacks,
  dispatch,
  messagesOf,
  NOW,
  simulator,
  stopClockAt,
  TUESDAY,
} from '#tests/scene'

const onlyMessage = async (interview: Interview) => (await messagesOf(interview))[0]

test.group('Delivery', (group) => {
  group.each.setup(cleanScene)

  test('an accepted message keeps the provider’s id, also on the interview', async ({ assert }) => {
    const interview = await anInterview()
    await dispatch()

    const message = await onlyMessage(interview)
    const [sent] = await accepted()
    assert.equal(message.status, 'accepted')
    assert.equal(message.providerMessageId, sent.sid)
    assert.equal(sent.body, message.body)
    await interview.refresh()
    assert.equal(interview.whatsappMessageSid, sent.sid)
    assert.equal(interview.whatsappStatus, 'accepted')
    assert.isNotNull(interview.whatsappSentAt)
  })

  test('the provider’s words bring it to read, on message and interview', async ({ assert }) => {
    const interview = await anInterview()
    await dispatch()
    await deliverCallbacks()

    const message = await onlyMessage(interview)
    assert.equal(message.status, 'read')
    assert.isNotNull(message.deliveredAt)
    assert.isNotNull(message.readAt)
    await interview.refresh()
    assert.equal(interview.whatsappStatus, 'read')
  })

  test('words that come reversed and twice change nothing of that', async ({ assert }) => {
    await simulator('PUT', 'settings', { callbacks: 'reversed' })
    const interview = await anInterview()
    await dispatch()
    await deliverCallbacks()
    await deliverCallbacks()
    assert.equal((await onlyMessage(interview)).status, 'read')
  })

  test('a refused number ends the message, with the provider’s code', async ({ assert }) => {
    await simulator('PUT', 'settings', { fault: 'error_code', error_code: 21211 })
    const interview = await anInterview()
    await dispatch()
    const message = await onlyMessage(interview)
    assert.equal(message.status, 'failed')
    assert.equal(message.errorCode, '21211')
    assert.isEmpty(await accepted())
  })

  test('a phone that never joined the sandbox fails afterwards, and says why', async ({
    assert,
  }) => {
    await simulator('PUT', 'phones/+5511900000001', { joined: false })
    const interview = await anInterview()
    await dispatch()
    await deliverCallbacks()
    const message = await onlyMessage(interview)
    assert.equal(message.status, 'failed')
    assert.equal(message.errorCode, '63015')
    assert.match(message.explanation!, /sandbox/)
  })

  test('outside the 24-hour window the reason names the window', async ({ assert }) => {
    await simulator('PUT', 'settings', { window: 'enforced' })
    const interview = await anInterview()
    await dispatch()
    await deliverCallbacks()
    const message = await onlyMessage(interview)
    assert.equal(message.status, 'failed')
    assert.equal(message.reason, 'needs_template')
  })

  test('asked to slow down, it waits as long as the provider said and sends once', async ({
    assert,
  }) => {
    await simulator('PUT', 'settings', { fault: 'http_429', times: 1, retry_after: 30 })
    const interview = await anInterview()
    await dispatch()

    const waiting = await onlyMessage(interview)
    assert.equal(waiting.status, 'queued')
    assert.equal(waiting.reason, 'throttled')
    assert.isTrue(waiting.sendAt! >= NOW.plus({ seconds: 30 }))

    stopClockAt(NOW.plus({ minutes: 2 }))
    await dispatch()
    assert.equal((await onlyMessage(interview)).status, 'accepted')
    assert.lengthOf(await accepted(), 1)
  })

  test('bad credentials keep the message, they do not lose it', async ({ assert }) => {
    await simulator('PUT', 'settings', { fault: 'http_401', times: 1 })
    const interview = await anInterview()
    await dispatch()
    const waiting = await onlyMessage(interview)
    assert.equal(waiting.status, 'queued')
    assert.equal(waiting.reason, 'sender_blocked')

    stopClockAt(NOW.plus({ minutes: 10 }))
    await dispatch()
    assert.equal((await onlyMessage(interview)).status, 'accepted')
  })

  for (const fault of ['http_500', 'accept_then_500', 'accept_then_reset', 'truncated_201']) {
    test(`after ${fault} it is uncertain, and not sent again blindly`, async ({ assert }) => {
      await simulator('PUT', 'settings', { fault, times: 1 })
      const interview = await anInterview()
      await dispatch()
      stopClockAt(NOW.plus({ seconds: 30 }))
      await dispatch()

      const message = await onlyMessage(interview)
      assert.equal(message.status, 'unconfirmed')
      assert.isAtMost((await accepted()).length, 1)
    })
  }

  test('one conversation is served in order', async ({ assert }) => {
    const candidate = await aCandidate()
    await anInterview({ candidateId: candidate.id })
    await anInterview({ candidateId: candidate.id, startsAt: TUESDAY.plus({ days: 1 }) })

    const first = await claimDue('one', 'twilio', 10)
    assert.lengthOf(first, 1)
    assert.isEmpty(await claimDue('two', 'twilio', 10))
  })

  test('two dispatchers never take the same message', async ({ assert }) => {
    for (let n = 1; n <= 20; n++) {
      const candidate = await aCandidate({ phone: `+55119000001${String(n).padStart(2, '0')}` })
      await anInterview({ candidateId: candidate.id })
    }
    const claims = await Promise.all(['one', 'two', 'three'].map((o) => claimDue(o, 'twilio', 20)))
    const ids = claims.flat().map(({ id }) => id)
    assert.lengthOf(ids, 20)
    assert.lengthOf([...new Set(ids)], 20)
  })

  test('a cancelled interview’s notice is stopped at the last check', async ({ assert }) => {
    const interview = await anInterview()
    await Interview.query().where('id', interview.id).update({ status: 'cancelled' })
    await dispatch()
    const message = await onlyMessage(interview)
    assert.equal(message.status, 'superseded')
    assert.equal(message.reason, 'interview_cancelled')
    assert.isEmpty(await accepted())
  })

  test('a number corrected before the message left is the one that rings', async ({ assert }) => {
    const candidate = await aCandidate()
    const interview = await anInterview({ candidateId: candidate.id })
    await candidate.change({ phone: '+5511900000002' })
    await dispatch()
    const [sent] = await accepted()
    assert.equal(sent.recipient, 'whatsapp:+5511900000002')
    assert.equal((await onlyMessage(interview)).address, '+5511900000002')
  })

  test('a failed message can be sent again, once', async ({ assert }) => {
    await simulator('PUT', 'settings', { fault: 'error_code', error_code: 21211, times: 1 })
    const interview = await anInterview()
    await dispatch()
    const failed = await onlyMessage(interview)
    const again = await failed.resend()
    await assert.rejects(() => failed.resend(), /já foi reenviada/)
    await dispatch()
    assert.equal((await Message.findOrFail(again.id)).status, 'accepted')
  })

  test('an outdated message cannot be sent again', async ({ assert }) => {
    await simulator('PUT', 'settings', { fault: 'error_code', error_code: 21211, times: 1 })
    const interview = await anInterview()
    await dispatch()
    const failed = await onlyMessage(interview)
    await interview.edit({ startsAt: TUESDAY.plus({ days: 1 }) }, { by: null })
    await assert.rejects(() => failed.resend(), /A entrevista mudou/)
  })
})
