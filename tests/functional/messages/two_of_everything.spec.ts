import Message from '#messages/models/message'
import Sender from '#messages/models/sender'
import { Sweeper } from '#messages/sweeper'
import { ReminderNotifier } from '#notifications/reminder_notifier'
import { aCandidate, accepted, anInterview, cleanScene, dispatch, NOW } from '#tests/scene'
import { simulator, stopClockAt, TUESDAY } from '#tests/scene'
import whatsapp from '#whatsapp/services/main'
import logger from '@adonisjs/core/services/logger'
import { test } from '@japa/runner'

const PEOPLE = 40
/** As far as the provider had got when it was asked. */
const isTold = ({ status }: Message) => ['accepted', 'sent', 'delivered', 'read'].includes(status)
const sweep = () => new Sweeper(whatsapp, logger).sweep()
const allAtOnce = () =>
  Promise.all([() => ReminderNotifier.sendDue(), dispatch, sweep].flatMap((act) => [act(), act()]))

async function bookings() {
  for (let n = 0; n < PEOPLE; n++) {
    const { id } = await aCandidate({ phone: `+5511900000${String(n).padStart(3, '0')}` })
    await anInterview({ candidateId: id })
  }
}

test.group('Two schedulers, two dispatchers and two sweepers', (group) => {
  group.each.setup(cleanScene)
  group.each.setup(bookings)

  test('meet a sender that nobody has used yet, and make one of it', async ({ assert }) => {
    await Sender.query().delete()
    await Promise.all([dispatch(), dispatch(), dispatch(), dispatch()])
    assert.lengthOf(await Sender.all(), 1)
    assert.lengthOf(await accepted(), PEOPLE)
  })

  test('tell and remind everybody once', async ({ assert }) => {
    await allAtOnce()
    await allAtOnce()
    stopClockAt(TUESDAY.minus({ days: 1 }))
    await allAtOnce()
    await allAtOnce()

    const heard = (await accepted()).map(({ recipient, body }) => recipient + body)
    assert.lengthOf(heard, 2 * PEOPLE)
    assert.lengthOf([...new Set(heard)], 2 * PEOPLE)
    const rows = await Message.all()
    assert.lengthOf(rows, 2 * PEOPLE)
    assert.isTrue(rows.every(isTold))
  })

  test('repeat nothing when the provider takes messages and says nothing', async ({ assert }) => {
    await simulator('PUT', 'settings', { fault: 'accept_then_reset', times: PEOPLE / 2 })
    for (let minutes = 0; minutes < 8; minutes++) {
      stopClockAt(NOW.plus({ minutes }))
      await allAtOnce()
    }
    const heard = (await accepted()).map(({ recipient }) => recipient)
    assert.lengthOf(heard, PEOPLE)
    assert.lengthOf([...new Set(heard)], PEOPLE)
    const rows = await Message.all()
    assert.isTrue(rows.every(isTold))
    assert.lengthOf([...new Set(rows.map((row) => row.providerMessageId))], PEOPLE)
  })
})
