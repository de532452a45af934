import Interview from '#interviews/models/interview'
import Message from '#messages/models/message'
import { Sweeper } from '#messages/sweeper'
import { ReminderNotifier } from '#notifications/reminder_notifier'
import { aCandidate, accepted, anInterview, cleanScene, dispatch, NOW } from '#tests/scene'
import { simulator, stopClockAt, TUESDAY } from '#tests/scene'
import { claimAndDie } from '#tests/story/ledger'
import whatsapp from '#whatsapp/services/main'
import logger from '@adonisjs/core/services/logger'
import { test } from '@japa/runner'

const by = null
const marks = async () => (await accepted()).map(({ body }) => [...body][0])

test.group('The order in which one person hears', (group) => {
  group.each.setup(cleanScene)

  test('is kept when the number is corrected while the first message is on its way', async ({
    assert,
  }) => {
    const candidate = await aCandidate()
    const interview = await anInterview({ candidateId: candidate.id })
    await claimAndDie()
    await candidate.change({ phone: '+5511900000002' })
    await interview.edit({ location: 'Rua Nova, 1' }, { by })
    for (const minutes of [0, 2, 4, 6, 8]) {
      stopClockAt(NOW.plus({ minutes }))
      await new Sweeper(whatsapp, logger).sweep()
      await dispatch()
    }
    assert.deepEqual(await marks(), ['🎯'])
    assert.include((await accepted())[0].body, 'Rua Nova, 1')
  })

  test('is kept when the provider asked the first message to wait', async ({ assert }) => {
    const start = NOW.plus({ hours: 24, minutes: 1 })
    await anInterview({ startsAt: start })
    await simulator('PUT', 'settings', { fault: 'http_429', times: 1, retry_after: 300 })
    await dispatch()
    stopClockAt(NOW.plus({ minutes: 2 }))
    await ReminderNotifier.sendDue()
    await dispatch()
    for (const minutes of [10, 20, 30]) {
      stopClockAt(NOW.plus({ minutes }))
      await dispatch()
    }
    assert.deepEqual(await marks(), ['🎯', '⏰'])
  })

  test('does not make a message that cannot wait stay for one that waits for the morning', async ({
    assert,
  }) => {
    const evening = NOW.plus({ hours: 12 }) // 22:00 in São Paulo
    const { id: candidateId } = await aCandidate()
    stopClockAt(evening)
    await anInterview({ candidateId, startsAt: TUESDAY, title: 'Depois' })
    await anInterview({ candidateId, startsAt: evening.plus({ hours: 9 }), title: 'Cedo' })
    await dispatch()
    const [heard, ...more] = await accepted()
    assert.isEmpty(more)
    assert.include(heard.body, 'Cedo')
    const waiting = await Message.query().where('status', 'queued')
    assert.deepEqual(
      waiting.map(({ reason }) => reason),
      ['quiet_hours']
    )
    assert.lengthOf(await Interview.all(), 2)
  })
})
