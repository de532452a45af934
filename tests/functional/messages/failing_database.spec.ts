import { Sweeper } from '#messages/sweeper'
import { busy, failingAt } from '#tests/failing_database'
import { aCandidate, accepted, anInterview, cleanScene, dispatch, messagesOf } from '#tests/scene'
import { NOW, simulator, stopClockAt } from '#tests/scene'
import whatsapp from '#whatsapp/services/main'
import logger from '@adonisjs/core/services/logger'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'

const sweep = () => new Sweeper(whatsapp, logger).sweep()
const phone = (n: number) => `+5511900000${String(n).padStart(3, '0')}`
const later = (minutes: number) => stopClockAt(DateTime.utc().plus({ minutes }))

/** Somebody new whose message is due, and who has no other. */
async function someoneDue(n: number) {
  const { id: candidateId } = await aCandidate({ phone: phone(n) })
  return anInterview({ candidateId, startsAt: NOW.plus({ days: 20 }) })
}

async function mended() {
  for (let round = 0; round < 4; round++) {
    later(2)
    await sweep()
    await dispatch()
  }
}

const FAULTS = ['none', 'http_429', 'http_500', 'accept_then_reset']

test.group('Sending while the database fails', (group) => {
  group.each.setup(cleanScene)

  for (const fault of FAULTS) {
    test(`at any statement, with a provider at “${fault}”: each hears once, and the row knows`, async ({
      assert,
    }) => {
      for (let nth = 1; ; nth++) {
        const interview = await someoneDue(nth)
        await simulator('PUT', 'settings', { fault, times: 1 })
        const { failed } = await failingAt(nth, busy(), () => dispatch().catch(() => {}))
        await simulator('PUT', 'settings', { fault: 'none' })
        await mended()

        const heard = (await accepted()).filter((one) => one.recipient.endsWith(phone(nth)))
        const [message] = await messagesOf(interview)
        assert.lengthOf(heard, 1, `after ${failed}`)
        assert.equal(message.providerMessageId, heard[0].sid, `after ${failed}`)
        if (!failed) break
      }
    }).timeout(90_000)
  }

  test('at any statement of the sweeper: each hears once, and the row knows', async ({
    assert,
  }) => {
    for (let nth = 1; ; nth++) {
      const interview = await someoneDue(nth)
      const fault = nth % 2 ? 'accept_then_reset' : 'http_500'
      await simulator('PUT', 'settings', { fault, times: 1 })
      await dispatch()
      later(2)
      const { failed } = await failingAt(nth, busy(), () => sweep().catch(() => {}))
      await mended()

      const heard = (await accepted()).filter((one) => one.recipient.endsWith(phone(nth)))
      const [message] = await messagesOf(interview)
      assert.lengthOf(heard, 1, `after ${failed}`)
      assert.equal(message.providerMessageId, heard[0].sid, `after ${failed}`)
      if (!failed) break
    }
  }).timeout(90_000)
})
