import { rearmReminders } from '#interviews/rearm_reminders'
import CompanySettings from '#settings/models/company_settings'
import User from '#users/models/user'
import { aCandidate, anInterview, aUser, cleanScene, NOW, TUESDAY } from '#tests/scene'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'

const COMPANY = {
  'company_name': 'Padaria Exemplo',
  'signature': 'Gente da Padaria',
  'time_zone': 'America/Manaus',
  'default_duration_minutes': '45',
  'daily_messages_per_contact': '15',
  'quiet_hours': '1',
  'quiet_hours_start': '22:00',
  'quiet_hours_end': '07:30',
  'reminders[0][amount]': '2',
  'reminders[0][unit]': 'hours',
  'reminders[1][amount]': '2',
  'reminders[1][unit]': 'days',
  'reminders[2][amount]': '',
  'reminders[2][unit]': 'hours',
}

async function save(client: ApiClient, changes: object = {}) {
  return client
    .put('/settings/company')
    .loginAs(await aUser('admin'))
    .withCsrfToken()
    .form({ ...COMPANY, ...changes })
    .redirects(0)
}

test.group('Settings of the company', (group) => {
  group.each.setup(cleanScene)

  test('are saved as said, empty reminder rows left out', async ({ client, assert }) => {
    const response = await save(client)
    response.assertHeader('location', '/settings/company')
    const settings = await CompanySettings.current()
    assert.equal(settings.companyName, 'Padaria Exemplo')
    assert.equal(settings.timeZone, 'America/Manaus')
    assert.equal(settings.quietHoursStart, '22:00')
    assert.equal(settings.dailyMessagesPerContact, 15)
    assert.deepEqual(settings.reminderOffsets, [2880, 120])
  })

  test('quiet hours can be switched off, and reminders too', async ({ client, assert }) => {
    const rest = { ...COMPANY, quiet_hours: '' }
    const none = { 'reminders[0][amount]': '', 'reminders[1][amount]': '' }
    await client
      .put('/settings/company')
      .loginAs(await aUser('admin'))
      .withCsrfToken()
      .form({ ...rest, ...none })
      .redirects(0)
    const settings = await CompanySettings.current()
    assert.isNull(settings.quietHoursStart)
    assert.deepEqual(settings.reminderOffsets, [])
  })

  test('new offsets also hold for interviews booked before', async ({ client, assert }) => {
    const interview = await anInterview()
    const response = await save(client)
    assert.include(response.flashMessage('success'), '1 entrevista já marcada')
    await interview.refresh()
    assert.equal(+interview.nextReminderAt!, +TUESDAY.minus({ days: 2 }))
  })

  test('saving again finishes what was cut short between saving and rearming', async ({
    client,
    assert,
  }) => {
    const interview = await anInterview()
    const settings = await CompanySettings.current()
    await settings.merge({ reminderOffsets: [2880, 120] }).save()
    const response = await save(client)
    assert.include(response.flashMessage('success'), '1 entrevista já marcada')
    await interview.refresh()
    assert.equal(+interview.nextReminderAt!, +TUESDAY.minus({ days: 2 }))
  })

  test('what is wrong is said, nothing is saved and rows come back as typed', async ({
    client,
    assert,
  }) => {
    const response = await save(client, {
      'company_name': '',
      'time_zone': 'Nowhere',
      'default_duration_minutes': '2',
      'daily_messages_per_contact': '0',
      'quiet_hours_start': '25:00',
      'reminders[0][amount]': '-1',
      'reminders[1][unit]': 'weeks',
    })
    const errors = response.flashMessage('inputErrorsBag') as object
    assert.sameMembers(Object.keys(errors), [
      'company_name',
      'time_zone',
      'default_duration_minutes',
      'daily_messages_per_contact',
      'quiet_hours_start',
      'reminders.0.amount',
      'reminders.1.unit',
    ])
    const settings = await CompanySettings.current()
    assert.notEqual(settings.signature, 'Gente da Padaria')
  })

  test('names may be as long as the messages show them, and no longer', async ({
    client,
    assert,
  }) => {
    const longest = { company_name: 'Á'.repeat(80), signature: 'É'.repeat(80) }
    const response = await save(client, longest)
    assert.exists(response.flashMessage('success'))
    assert.equal((await CompanySettings.current()).companyName, longest.company_name)

    await User.query().delete()
    const tooLong = { company_name: 'Á'.repeat(81), signature: 'É'.repeat(81) }
    const refused = await save(client, tooLong)
    const errors = refused.flashMessage('inputErrorsBag') as object
    assert.sameMembers(Object.keys(errors), ['company_name', 'signature'])
  })

  test('are for admins', async ({ client, assert }) => {
    const recruiter = await aUser('recruiter')
    for (const path of ['company', 'job_openings', 'numbers', 'numbers/new']) {
      const response = await client.get(`/settings/${path}`).loginAs(recruiter)
      response.assertStatus(403)
    }
    const response = await client
      .put('/settings/company')
      .loginAs(recruiter)
      .withCsrfToken()
      .form(COMPANY)
      .redirects(0)
    assert.property(response.flashMessage('errorsBag'), 'forbidden')
  })
})

test.group('Rearming reminders', (group) => {
  group.each.setup(cleanScene)

  test('skips what has passed, leaves what is due, and counts what changed', async ({ assert }) => {
    const { id: candidateId } = await aCandidate()
    const soon = await anInterview({ candidateId, startsAt: NOW.plus({ hours: 3 }) })
    const due = await anInterview({ candidateId, startsAt: NOW.plus({ hours: 30 }) })
    await due.merge({ nextReminderAt: NOW.minus({ minutes: 1 }) }).save()
    const cancelled = await anInterview({ candidateId })
    await cancelled.cancel({ by: null, reason: null })

    assert.equal(await rearmReminders([24 * 60, 60]), 1)
    for (const interview of [soon, due, cancelled]) await interview.refresh()
    assert.equal(+soon.nextReminderAt!, +NOW.plus({ hours: 2 }))
    assert.equal(+due.nextReminderAt!, +NOW.minus({ minutes: 1 }))
    assert.isNull(cancelled.nextReminderAt)
    assert.equal(await rearmReminders([24 * 60, 60]), 0)
  })
})
