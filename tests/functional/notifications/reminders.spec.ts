import Interview from '#interviews/models/interview'
import CompanySettings from '#settings/models/company_settings'
import { ReminderNotifier } from '#notifications/reminder_notifier'
import { test } from '@japa/runner'
import {
  anInterview,
  at,
  cleanScene,
  dispatch,
  messagesOf,
  NOW,
  statusesOf,
  stopClockAt,
  TUESDAY,
} from '#tests/scene'

const by = null
const DAY_BEFORE = TUESDAY.minus({ days: 1 })

async function toldInterview(details = {}) {
  const interview = await anInterview(details)
  await dispatch()
  return interview
}

test.group('Reminders', (group) => {
  group.each.setup(cleanScene)

  test('one goes out 24 hours before, and only one', async ({ assert }) => {
    const interview = await toldInterview()
    assert.equal(interview.nextReminderAt!.toISO(), DAY_BEFORE.toISO())

    stopClockAt(DAY_BEFORE.minus({ seconds: 1 }))
    assert.equal(await ReminderNotifier.sendDue(), 0)

    stopClockAt(DAY_BEFORE)
    assert.equal(await ReminderNotifier.sendDue(), 1)
    assert.equal(await ReminderNotifier.sendDue(), 0)
    await dispatch()

    const [, reminder] = await messagesOf(interview)
    assert.equal(reminder.status, 'accepted')
    assert.include(reminder.body, 'amanhã')
    assert.include(reminder.body, '14:00')
    await interview.refresh()
    assert.isNull(interview.nextReminderAt)
    assert.equal(interview.reminderSentAt!.toISO(), DAY_BEFORE.toISO())
  })

  test('two schedulers at once write one', async ({ assert }) => {
    await toldInterview()
    stopClockAt(DAY_BEFORE)
    const written = await Promise.all([ReminderNotifier.sendDue(), ReminderNotifier.sendDue()])
    assert.equal(written[0] + written[1], 1)
  })

  test('two schedulers at once leave the later reminder for later', async ({ assert }) => {
    const settings = await CompanySettings.current()
    await settings.merge({ reminderOffsets: [24 * 60, 2 * 60] }).save()
    const interview = await toldInterview()
    stopClockAt(DAY_BEFORE)
    const written = await Promise.all([ReminderNotifier.sendDue(), ReminderNotifier.sendDue()])

    assert.equal(written[0] + written[1], 1)
    await interview.refresh()
    assert.equal(interview.nextReminderAt!.toISO(), TUESDAY.minus({ hours: 2 }).toISO())
  })

  test('an interview booked within the last 24 hours gets none', async ({ assert }) => {
    const interview = await anInterview({ startsAt: NOW.plus({ hours: 5 }) })
    assert.isNull(interview.nextReminderAt)
  })

  test('a scheduler that slept for hours sends it late, while it is still useful', async ({
    assert,
  }) => {
    await toldInterview()
    stopClockAt(TUESDAY.minus({ hours: 3 }))
    assert.equal(await ReminderNotifier.sendDue(), 1)
  })

  test('after the interview began nothing is sent, and the history says so', async ({ assert }) => {
    const interview = await toldInterview()
    stopClockAt(TUESDAY.plus({ minutes: 1 }))
    assert.isEmpty(await ReminderNotifier.preview({ tomorrow: false }))
    assert.equal(await ReminderNotifier.sendDue(), 0)

    await interview.refresh()
    assert.isNull(interview.nextReminderAt)
    assert.deepEqual(await statusesOf(interview), [
      ['interview_scheduled', 'accepted'],
      ['interview_reminder', 'expired'],
    ])
  })

  test('moving the date re-arms it and takes back one that waits', async ({ assert }) => {
    const interview = await toldInterview()
    stopClockAt(DAY_BEFORE)
    await ReminderNotifier.sendDue()
    await interview.edit({ startsAt: TUESDAY.plus({ days: 2 }) }, { by })

    assert.deepEqual(await statusesOf(interview), [
      ['interview_scheduled', 'accepted'],
      ['interview_reminder', 'superseded'],
      ['interview_rescheduled', 'queued'],
    ])
    assert.equal(interview.nextReminderAt!.toISO(), TUESDAY.plus({ days: 1 }).toISO())

    stopClockAt(TUESDAY.plus({ days: 1 }))
    assert.equal(await ReminderNotifier.sendDue(), 1)
  })

  test('moved back to the same date, it is sent again for that date', async ({ assert }) => {
    const interview = await toldInterview()
    await interview.edit({ startsAt: TUESDAY.plus({ days: 2 }) }, { by })
    await interview.edit({ startsAt: TUESDAY }, { by })
    stopClockAt(DAY_BEFORE)
    assert.equal(await ReminderNotifier.sendDue(), 1)
  })

  test('a new place rewrites the reminder that waits', async ({ assert }) => {
    const interview = await toldInterview()
    stopClockAt(DAY_BEFORE)
    await ReminderNotifier.sendDue()
    await interview.edit({ location: 'Rua Nova, 1' }, { by })

    const waiting = (await messagesOf(interview)).filter(({ status }) => status === 'queued')
    assert.deepEqual(
      waiting.map(({ templateKey }) => templateKey),
      ['interview_updated', 'interview_reminder']
    )
    assert.include(waiting[1].body, 'Rua Nova, 1')
  })

  test('a cancelled interview is never reminded of', async ({ assert }) => {
    const interview = await toldInterview()
    await interview.cancel({ by, reason: null })
    stopClockAt(DAY_BEFORE)
    assert.equal(await ReminderNotifier.sendDue(), 0)
  })

  test('cancelling takes back a reminder that has not left', async ({ assert }) => {
    const interview = await toldInterview()
    stopClockAt(DAY_BEFORE)
    await ReminderNotifier.sendDue()
    await interview.cancel({ by, reason: null })
    await dispatch()
    assert.deepEqual(await statusesOf(interview), [
      ['interview_scheduled', 'accepted'],
      ['interview_reminder', 'superseded'],
      ['interview_cancelled', 'accepted'],
    ])
  })

  test('run once a night for tomorrow, it sends what the minute would have sent, once', async ({
    assert,
  }) => {
    await toldInterview()
    stopClockAt(at('2026-11-30T15:00:00.000Z')) // noon of the day before; due at 14:00 local
    assert.lengthOf(await ReminderNotifier.preview({ tomorrow: true }), 1)
    assert.equal(await ReminderNotifier.sendTomorrow(), 1)
    assert.equal(await ReminderNotifier.sendTomorrow(), 0)
    stopClockAt(DAY_BEFORE)
    assert.equal(await ReminderNotifier.sendDue(), 0)
  })

  test('several offsets each send one, and a long stop sends only the latest', async ({
    assert,
  }) => {
    const settings = await CompanySettings.current()
    await settings.merge({ reminderOffsets: [2 * 60, 24 * 60] }).save()
    const first = await toldInterview()

    stopClockAt(DAY_BEFORE)
    assert.equal(await ReminderNotifier.sendDue(), 1)
    await first.refresh()
    assert.equal(first.nextReminderAt!.toISO(), TUESDAY.minus({ hours: 2 }).toISO())

    stopClockAt(TUESDAY.minus({ hours: 2 }))
    assert.equal(await ReminderNotifier.sendDue(), 1)
    await first.refresh()
    assert.isNull(first.nextReminderAt)
  })

  test('asleep past both offsets, one reminder speaks for all', async ({ assert }) => {
    const settings = await CompanySettings.current()
    await settings.merge({ reminderOffsets: [24 * 60, 2 * 60] }).save()
    await toldInterview()
    stopClockAt(TUESDAY.minus({ hours: 1 }))
    assert.equal(await ReminderNotifier.sendDue(), 1)
    const interview = await Interview.firstOrFail()
    assert.isNull(interview.nextReminderAt)
  })

  test('a reminder held back over the start expires and says so', async ({ assert }) => {
    const interview = await toldInterview()
    stopClockAt(DAY_BEFORE)
    await ReminderNotifier.sendDue()
    stopClockAt(TUESDAY.plus({ minutes: 1 }))
    await dispatch()
    const [, reminder] = await messagesOf(interview)
    assert.equal(reminder.status, 'expired')
    assert.equal(reminder.explanation, 'A entrevista começou antes que fosse possível enviar.')
  })
})
