import Interview from '#interviews/models/interview'
import { apiAs } from '#tests/api_v1'
import { aCandidate, aUser, cleanScene, messagesOf } from '#tests/scene'
import { test } from '@japa/runner'

const SKIPPED = { scheduled_date: '2027-03-14', scheduled_time: '02:30' }
const DOUBLED = { scheduled_date: '2027-11-07', scheduled_time: '01:30' }
const NEW_YORK = { time_zone: 'America/New_York' }
const DETAILS = { title: 'Entrevista técnica', interview_type: 'phone' }

test.group('A booking where the clocks change', (group) => {
  group.each.setup(cleanScene)

  async function booking(start: object) {
    const { id } = await aCandidate()
    return { candidate_id: id, ...DETAILS, ...NEW_YORK, ...start }
  }

  test('a time that the clocks skip is refused, and the sentence says why', async ({ assert }) => {
    const api = await apiAs()
    const { status, body } = await api.post('/interviews', await booking(SKIPPED))
    assert.equal(status, 422)
    assert.include(body.errors[0], { field: 'scheduled_time', rule: 'exists' })
    assert.include(body.detail, '02:30 não existe neste fuso')
    assert.isEmpty(await Interview.all())
  })

  test('so it is in the form, which keeps what was typed', async ({ client, assert }) => {
    const form = { ...(await booking(SKIPPED)), duration_minutes: '60', location: '' }
    const response = await client
      .post('/interviews')
      .loginAs(await aUser())
      .withCsrfToken()
      .form(form)
      .redirects(0)
    const { scheduled_time: reasons } = response.flashMessage('inputErrorsBag') as any
    assert.include(reasons[0], '02:30 não existe neste fuso')
    assert.isEmpty(await Interview.all())
  })

  test('a time that comes twice is the first of the two', async ({ assert }) => {
    const api = await apiAs()
    const { body } = await api.post('/interviews', await booking(DOUBLED))
    assert.equal(body.starts_at, '2027-11-07T05:30:00.000Z')
    assert.equal(body.next_reminder_at, '2027-11-06T05:30:00.000Z')
    assert.equal(body.scheduled_time, '01:30:00')
  })

  test('the second of the two can be booked as an instant, and a note leaves it there', async ({
    client,
    assert,
  }) => {
    const api = await apiAs()
    const second = { starts_at: '2027-11-07T01:30:00-05:00' }
    const { body } = await api.post('/interviews', await booking(second))
    const interview = await Interview.findOrFail(body.id)
    const [{ body: text }] = await messagesOf(interview)
    assert.include(text, '01:30')

    await client
      .patch(`/interviews/${interview.id}`)
      .loginAs(await aUser('admin'))
      .withCsrfToken()
      .form({ ...DETAILS, ...NEW_YORK, ...DOUBLED, internal_notes: 'trazer café', revision: 1 })
      .redirects(0)
    await interview.refresh()
    assert.equal(interview.internalNotes, 'trazer café')
    assert.equal(interview.startsAt.toISO(), '2027-11-07T06:30:00.000Z')
    assert.lengthOf(await messagesOf(interview), 1)
  })

  test('the reminder is 24 hours before, whatever hour the walls show then', async ({ assert }) => {
    const api = await apiAs()
    const noon = { scheduled_date: '2027-03-14', scheduled_time: '12:00' }
    const { body } = await api.post('/interviews', await booking(noon))
    assert.equal(body.starts_at, '2027-03-14T16:00:00.000Z')
    assert.equal(body.next_reminder_at, '2027-03-13T16:00:00.000Z') // 11:00 there
  })
})
