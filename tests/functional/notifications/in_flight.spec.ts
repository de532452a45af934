import { claimDue, type Claimed } from '#messages/claim'
import { Delivery } from '#messages/delivery'
import Message from '#messages/models/message'
import { Sweeper } from '#messages/sweeper'
import { ReminderNotifier } from '#notifications/reminder_notifier'
import CompanySettings from '#settings/models/company_settings'
import whatsapp from '#whatsapp/services/main'
import logger from '@adonisjs/core/services/logger'
import { test } from '@japa/runner'
import {
  accepted,
  anInterview,
  at,
  aUser,
  cleanScene,
  dispatch,
  messagesOf,
  NOW,
  simulator,
  statusesOf,
  stopClockAt,
  TUESDAY,
} from '#tests/scene'

const by = null
const sweep = () => new Sweeper(whatsapp, logger).sweep()

/** Claims what is due without sending it yet; answers how to go on. */
async function claimed() {
  const rows = await claimDue('a dispatcher', 'twilio', 10)
  return () => Promise.all(rows.map(deliver))
}

async function deliver(row: Claimed) {
  const delivery = new Delivery(row, 'a dispatcher', whatsapp.use())
  const outgoing = await delivery.lastChecks()
  if (!outgoing) return
  const result = await delivery.send(outgoing)
  if (result.outcome === 'accepted') await delivery.accept(result.providerMessageId)
  else await delivery.settle(result)
}

const texts = async () => (await accepted()).map(({ body }) => body)

test.group('A change while a message is on its way', (group) => {
  group.each.setup(cleanScene)

  test('moved before the first notice was sent: the candidate hears one date, as the first', async ({
    assert,
  }) => {
    const interview = await anInterview()
    const goOn = await claimed()
    await interview.edit({ startsAt: TUESDAY.plus({ days: 1 }) }, { by })
    await goOn()
    await dispatch()

    const [text, ...more] = await texts()
    assert.isEmpty(more)
    assert.include(text, '🎯')
    assert.include(text, '2 de dezembro')
    assert.notInclude(text, '1º de dezembro')
  })

  test('moved there and back while the first was uncertain: it still goes out', async ({
    assert,
  }) => {
    await simulator('PUT', 'settings', { fault: 'http_500', times: 1 })
    const interview = await anInterview()
    await dispatch()
    await interview.edit({ startsAt: TUESDAY.plus({ days: 1 }) }, { by })
    await interview.edit({ startsAt: TUESDAY }, { by })
    for (const minutes of [2, 4]) {
      stopClockAt(NOW.plus({ minutes }))
      await sweep()
    }
    await dispatch()
    assert.lengthOf(await texts(), 1)
    assert.include((await texts())[0], '1º de dezembro')
  })

  test('cancelled before the first notice was sent: nobody hears of it', async ({ assert }) => {
    const interview = await anInterview()
    const goOn = await claimed()
    await interview.cancel({ by, reason: null })
    await goOn()
    await dispatch()
    assert.isEmpty(await texts())
    assert.isFalse((await statusesOf(interview)).some(([, status]) => status === 'queued'))
  })

  test('a new place while the reminder was on its way: it is worded anew, once', async ({
    assert,
  }) => {
    const interview = await anInterview()
    await dispatch()
    stopClockAt(TUESDAY.minus({ days: 1 }))
    await ReminderNotifier.sendDue()
    const goOn = await claimed()
    await interview.edit({ location: 'Rua Nova, 1' }, { by })
    await goOn()
    await dispatch()

    const reminders = (await texts()).filter((text) => text.includes('⏰'))
    assert.lengthOf(reminders, 1)
    assert.include(reminders[0], 'Rua Nova, 1')
  })

  test('two sweepers at one instant are one look: nothing is repeated', async ({ assert }) => {
    await simulator('PUT', 'settings', {
      fault: 'accept_then_reset',
      times: 1,
      list: 'lagging',
      list_lag_ms: 90_000,
    })
    await anInterview()
    await dispatch()
    stopClockAt(NOW.plus({ seconds: 70 }))
    await Promise.all([sweep(), sweep()])
    await dispatch()
    assert.lengthOf(await accepted(), 1)
    assert.equal((await Message.firstOrFail()).absentReads, 1)
  })

  test('a message that waits for a person does not silence the candidate', async ({ assert }) => {
    await simulator('PUT', 'settings', { fault: 'accept_then_reset', times: 1, list: 'down' })
    const interview = await anInterview()
    await dispatch()
    stopClockAt(NOW.plus({ minutes: 40 }))
    await sweep()
    await interview.edit({ startsAt: TUESDAY.plus({ days: 1 }) }, { by })
    await dispatch()
    const last = (await messagesOf(interview)).at(-1)!
    assert.equal(last.status, 'accepted')
  })
})

test.group('What the candidate was told, and when', (group) => {
  group.each.setup(cleanScene)

  test('a reminder deferred over midnight says “hoje”', async ({ assert }) => {
    const settings = await CompanySettings.current()
    await settings.merge({ reminderOffsets: [11 * 60] }).save()
    await anInterview({ startsAt: at('2026-11-24T12:00:00.000Z') }) // 9:00 in São Paulo
    await dispatch()
    stopClockAt(at('2026-11-24T01:00:00.000Z')) // 22:00 the day before
    await ReminderNotifier.sendDue()
    stopClockAt(at('2026-11-24T11:00:00.000Z'))
    await dispatch()
    const reminder = (await texts()).at(-1)!
    assert.include(reminder, 'hoje')
    assert.notInclude(reminder, 'amanhã')
  })

  test('told only by the reminder, the candidate hears of the cancellation', async ({ assert }) => {
    await simulator('PUT', 'settings', { fault: 'error_code', error_code: 63_003, times: 1 })
    const interview = await anInterview()
    await dispatch()
    stopClockAt(TUESDAY.minus({ days: 1 }))
    await ReminderNotifier.sendDue()
    await dispatch()
    await interview.cancel({ by, reason: null })
    await dispatch()
    assert.include((await texts()).at(-1)!, '❌')
  })

  test('confirming while the schedule is late does not lose the reminder', async ({ assert }) => {
    const interview = await anInterview()
    await dispatch()
    stopClockAt(TUESDAY.minus({ hours: 23 }))
    await interview.confirm({ by })
    assert.equal(await ReminderNotifier.sendDue(), 1)
  })

  test('moved at night away from an early start, the candidate hears before that start', async ({
    assert,
  }) => {
    const interview = await anInterview({ startsAt: at('2026-11-24T10:00:00.000Z') }) // 7:00
    await dispatch()
    stopClockAt(at('2026-11-24T01:30:00.000Z')) // 22:30 the evening before
    await interview.edit({ startsAt: TUESDAY }, { by })
    await dispatch()
    assert.include((await texts()).at(-1)!, '🔄')
  })

  test('a newer notice taken back leaves the interview with the one that was read', async ({
    assert,
  }) => {
    const interview = await anInterview()
    await dispatch()
    await interview.edit({ startsAt: TUESDAY.plus({ days: 1 }) }, { by })
    await interview.edit({ startsAt: TUESDAY }, { by })
    await interview.refresh()
    assert.equal(interview.whatsappStatus, 'accepted')
    assert.isNotNull(interview.whatsappMessageSid)
  })

  test('a reminder nobody sent in time is in the history, with the reason', async ({ assert }) => {
    const interview = await anInterview()
    await dispatch()
    stopClockAt(TUESDAY.plus({ hours: 1 }))
    assert.equal(await ReminderNotifier.sendDue(), 0)
    const reminder = (await messagesOf(interview)).at(-1)!
    assert.equal(reminder.kind, 'reminder')
    assert.equal(reminder.status, 'expired')
    assert.equal(reminder.reason, 'interview_started')
    await interview.refresh()
    assert.isNull(interview.nextReminderAt)
  })

  test('the same interviewer named twice sits on the panel once', async ({ assert }) => {
    const { id } = await aUser()
    const interview = await anInterview({ interviewerIds: [id, id] })
    assert.lengthOf(await interview.related('interviewers').query(), 1)
  })
})

test.group('Accepted, and nothing more is heard', (group) => {
  group.each.setup(cleanScene)

  test('with every callback lost, the provider is asked and the message reads as it ended', async ({
    assert,
  }) => {
    await simulator('PUT', 'phones/+5511900000001', { joined: false })
    await simulator('PUT', 'settings', { callbacks: 'lost', hold_callbacks: false })
    await anInterview()
    await dispatch()
    assert.equal((await Message.firstOrFail()).status, 'accepted')
    await simulator('POST', 'callbacks/release')
    stopClockAt(NOW.plus({ minutes: 11 }))
    await sweep()
    const message = await Message.firstOrFail()
    assert.equal(message.status, 'failed')
    assert.equal(message.errorCode, '63015')
  })
})
