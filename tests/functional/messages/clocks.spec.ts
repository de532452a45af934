import Message from '#messages/models/message'
import { Sweeper } from '#messages/sweeper'
import { eventually } from '#tests/eventually'
import { accepted, anInterview, cleanScene, dispatch, NOW, simulator } from '#tests/scene'
import { stopClockAt } from '#tests/scene'
import { impatientWhatsapp } from '#tests/story/impatient'
import whatsapp from '#whatsapp/services/main'
import logger from '@adonisjs/core/services/logger'
import { test } from '@japa/runner'

const sweep = () => new Sweeper(whatsapp, logger).sweep()
const clockAt = (minutes: number) => stopClockAt(NOW.plus({ minutes }))
const theMessage = () => Message.firstOrFail()

/** A send that is in the air while `meanwhile` happens. */
async function sendingSlowly(meanwhile: () => Promise<void>) {
  await simulator('PUT', 'settings', { fault: 'slow', slow_ms: 300, times: 1 })
  await anInterview()
  const sending = dispatch()
  await eventually(async () => (await simulator('GET', 'requests')).length > 0)
  await meanwhile()
  await sending
}

/** Everything that would send it again, for as long as that takes. */
async function andSoOn(from: number) {
  for (let minutes = from; minutes < from + 8; minutes += 2) {
    clockAt(minutes)
    await Promise.all([sweep(), sweep()])
    await dispatch()
  }
}

test.group('When our clock is wrong', (group) => {
  group.each.setup(cleanScene)

  test('ten minutes forward while a send is in the air: the lease ends early, nothing is repeated', async ({
    assert,
  }) => {
    await sendingSlowly(async () => {
      clockAt(10)
      await sweep()
      await dispatch()
    })
    await andSoOn(12)
    assert.lengthOf(await accepted(), 1)
    assert.equal((await theMessage()).status, 'accepted')
  })

  test('ten minutes back while a send is in the air: nothing is repeated', async ({ assert }) => {
    await sendingSlowly(async () => {
      clockAt(-10)
      await sweep()
      await dispatch()
    })
    await andSoOn(-8)
    assert.lengthOf(await accepted(), 1)
    assert.equal((await theMessage()).status, 'accepted')
  })

  test('ten minutes back after the booking: it is late, not lost', async ({ assert }) => {
    await anInterview()
    clockAt(-10)
    await dispatch()
    clockAt(1)
    await dispatch()
    assert.lengthOf(await accepted(), 1)
  })

  for (const [minutes, how] of [
    [10, 'fast'],
    [-10, 'slow'],
  ] as const) {
    test(`ten minutes ${how} when the answer is lost: the provider’s copy is still found`, async ({
      assert,
    }) => {
      await simulator('PUT', 'settings', { fault: 'accept_then_reset', times: 1 })
      await anInterview()
      clockAt(Math.max(0, minutes))
      // The provider's clock is right.
      const provider = impatientWhatsapp(async (send, message) => {
        clockAt(Math.max(0, -minutes))
        return send(message)
      })
      await dispatch(provider)
      await provider.close()
      await andSoOn(12)
      assert.lengthOf(await accepted(), 1)
      assert.equal((await theMessage()).providerMessageId, (await accepted())[0].sid)
    })
  }
})
