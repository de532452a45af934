import { ReminderNotifier } from '#notifications/reminder_notifier'
import type Interview from '#interviews/models/interview'
import CompanySettings from '#settings/models/company_settings'
import { aCandidate, accepted, anInterview, cleanScene, dispatch } from '#tests/scene'
import { messagesOf, NOW, stopClockAt } from '#tests/scene'
import { test } from '@japa/runner'

/** Hours from now; the reminders are due a day before each. */
const STARTS = [25, 27, 30, 49, 54, 72]

/** The schedule dies now, with everybody told, and runs again that many hours later. */
async function sleepingFor(hours: number) {
  const settings = await CompanySettings.current()
  await settings.merge({ quietHoursStart: null, quietHoursEnd: null }).save()
  const interviews: Interview[] = []
  for (const [index, start] of STARTS.entries()) {
    const { id } = await aCandidate({ phone: `+5511900000${String(index).padStart(3, '0')}` })
    interviews.push(
      await anInterview({
        candidateId: id,
        startsAt: NOW.plus({ hours: start }),
        title: `${start}`,
      })
    )
  }
  await dispatch()
  stopClockAt(NOW.plus({ hours }))
  for (let tick = 0; tick < 3; tick++) {
    await Promise.all([ReminderNotifier.sendDue(), ReminderNotifier.sendDue()])
    await dispatch()
  }
  return interviews
}

async function remindedOf() {
  const reminders = (await accepted()).filter(({ body }) => body.startsWith('⏰'))
  return reminders.map(({ body }) => Number(/Título:\* (\d+)/.exec(body)![1])).sort()
}

const reminderOf = async (interview: Interview) =>
  (await messagesOf(interview)).find(({ kind }) => kind === 'reminder')

test.group('A schedule that stood still', (group) => {
  group.each.setup(cleanScene)

  test('for three hours: what it missed goes out late, once', async ({ assert }) => {
    await sleepingFor(3)
    assert.deepEqual(await remindedOf(), [25, 27])
  })

  test('for thirty hours: late where it still helps, once; where it does not, the history says so', async ({
    assert,
  }) => {
    const interviews = await sleepingFor(30)
    assert.deepEqual(await remindedOf(), [49, 54])
    for (const begun of interviews.slice(0, 3)) {
      const reminder = await reminderOf(begun)
      assert.equal(reminder!.status, 'expired')
      assert.equal(reminder!.reason, 'interview_started')
    }
    assert.isUndefined(await reminderOf(interviews[5]))
  })
})
