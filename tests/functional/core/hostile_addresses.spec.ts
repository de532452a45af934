import { aCandidate, anInterview, aUser, cleanScene } from '#tests/scene'
import { test } from '@japa/runner'

/** Larger than an id can be, and no id at all. */
const IDS = ['99999999999', '999999999999999999999999', '1e99', '-1', '1.5', 'x', "1'--"]

const PAGES = [
  '/contacts/ID',
  '/interviews/ID',
  '/settings/people/ID/edit',
  '/settings/templates/ID',
]

const QUESTIONS = [
  '/contacts/phone?value=11900000001&except=ID',
  '/interviews?job_opening_id=ID&interviewer_id=ID',
  '/interviews/new?candidate_id=ID&job_opening_id=ID&round_id=ID',
]

const DAYS = [
  '/?day=%2B099999-01-01',
  '/?day=-000001-01-01',
  '/interviews/new?scheduled_date=%2B099999-01-01&scheduled_time=10:00',
  '/interviews/calendar/events?start=%2B099999-01-01&end=%2B099999-01-02',
]

const TEXTS = [
  '/contacts?search=%00',
  '/interviews?search=a%00b',
  '/interviews/candidates?search=%00',
  '/interviews/new?candidate_search=a%00',
  '/queue?view=failed&sender=%00&reason=a%00&code=%00',
  '/queue?view=everything&sender=nobody',
]

test.group('Addresses somebody mangled', (group) => {
  group.each.setup(cleanScene)

  test('lead nowhere', async ({ client, assert }) => {
    const admin = await aUser('admin')
    for (const address of PAGES.flatMap((page) => IDS.map((id) => page.replace('ID', id)))) {
      const response = await client.get(encodeURI(address)).loginAs(admin)
      assert.equal(response.status(), 404, address)
    }
  })

  test('ask what can be answered', async ({ client, assert }) => {
    await anInterview()
    const admin = await aUser('admin')
    const mangled = QUESTIONS.flatMap((page) => IDS.map((id) => page.replaceAll('ID', id)))
    for (const address of [...mangled, ...DAYS, ...TEXTS]) {
      const response = await client.get(address).loginAs(admin)
      assert.equal(response.status(), 200, address)
    }
  })

  test('ask about drafts whose numbers are none', async ({ client, assert }) => {
    const { id } = await aCandidate()
    const admin = await aUser('admin')
    const ask = async (path: string, fields: object) => {
      const start = { candidate_id: id, scheduled_date: '2026-12-01', scheduled_time: '14:00' }
      return client
        .post(`/interviews/${path}`)
        .form({ ...start, ...fields })
        .loginAs(admin)
        .withCsrfToken()
    }
    for (const value of IDS) {
      const names = [
        'interview_id',
        'candidate_id',
        'interviewer_ids',
        'job_opening_id',
        'round_id',
      ]
      for (const name of [...names, 'duration_minutes']) {
        for (const path of ['conflicts', 'preview']) {
          const response = await ask(path, { [name]: value })
          assert.isBelow(response.status(), 300, `${path} ${name}=${value}`)
        }
      }
    }
    assert.isBelow((await ask('conflicts', { scheduled_date: '+099999-01-01' })).status(), 300)
  })

  test('a token that cannot exist is nobody’s', async ({ client, assert }) => {
    const response = await client
      .delete('/settings/tokens/99999999999')
      .loginAs(await aUser('admin'))
      .withCsrfToken()
      .redirects(0)
    assert.equal(response.status(), 404)
  })
})
