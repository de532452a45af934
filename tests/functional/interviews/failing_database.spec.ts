import { aUser, cleanScene } from '#tests/scene'
import { busy, failingAt } from '#tests/failing_database'
import { apiAs } from '#tests/api_v1'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'

const START = { scheduled_date: '2026-12-01', scheduled_time: '14:00' }
const DETAILS = { title: 'Entrevista técnica', interview_type: 'phone' }
const phone = (n: number) => `(11) 90000-${String(n).padStart(4, '0')}`

/** Interviews, their events and their messages: always as many of each. */
async function written() {
  const tables = ['interviews', 'interview_events', 'messages']
  return Promise.all(
    tables.map(async (table) => Number((await db.from(table).count('* as rows'))[0].rows))
  )
}

test.group('A booking while the database fails', (group) => {
  group.each.setup(cleanScene)

  test('at any statement: the API says 503 or books, and what is written belongs together', async ({
    assert,
  }) => {
    const api = await apiAs()
    const seen: string[] = []
    for (let nth = 1; ; nth++) {
      const booking = {
        candidate: { name: 'Ana Exemplo', phone: phone(nth) },
        ...DETAILS,
        ...START,
      }
      const { result, failed } = await failingAt(nth, busy(), () =>
        api.call('POST', '/interviews', { body: booking, failing: true })
      )
      const { status, body, headers } = result
      const [interviews, ...others] = await written()
      assert.deepEqual(others, [interviews, interviews], `after ${failed}`)
      if (!failed) {
        assert.equal(status, 201)
        break
      }
      seen.push(failed)
      assert.include([201, 503], status, `${failed}: ${JSON.stringify(body)}`)
      if (status === 201) continue
      assert.include(headers.get('content-type'), 'application/problem+json')
      assert.include(body, { type: '/problems/unavailable', status: 503 })
      assert.include(body.detail, 'Nada foi salvo')
    }
    for (const part of ['BEGIN', 'interviews', 'interview_events', 'messages', 'COMMIT']) {
      assert.isTrue(
        seen.some((sql) => sql.includes(part)),
        part
      )
    }
  }).timeout(60_000)

  test('at any statement: the page says so in Portuguese or books, and what is written belongs together', async ({
    client,
    assert,
  }) => {
    const recruiter = await aUser()
    for (let nth = 1; ; nth++) {
      const candidate = { 'candidate[name]': 'Ana Exemplo', 'candidate[phone]': phone(nth) }
      const form = { ...candidate, ...DETAILS, ...START, duration_minutes: '60' }
      const { result, failed } = await failingAt(nth, busy(), () =>
        client.post('/interviews').loginAs(recruiter).withCsrfToken().form(form).redirects(0)
      )
      const [interviews, ...others] = await written()
      assert.deepEqual(others, [interviews, interviews], `after ${failed}`)
      if (!failed) return assert.match(result.header('location')!, /^\/interviews\/\d+$/)
      if (result.status() === 302) continue
      assert.equal(result.status(), 503, failed)
      assert.include(result.text(), 'O sistema está ocupado. Nada foi salvo')
    }
  }).timeout(60_000)
})
