import { appUrl } from '#config/app'
import { aUser } from '#tests/scene'
import User from '#users/models/user'
import type { Role } from '#users/role'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import { readFile, glob } from 'node:fs/promises'

type Listener = Role | 'nobody'

const EVERYONE: Listener[] = ['nobody', 'agent', 'recruiter', 'admin']
const TEAM: Listener[] = ['agent', 'recruiter', 'admin']
const RECRUITING: Listener[] = ['recruiter', 'admin']

/** Every channel there is, and who hears it. `ME`: the listener's own id. */
const CHANNELS: Record<string, Listener[]> = {
  'simulator': EVERYONE,
  'simulator/+5511900000001': EVERYONE,
  'conversations': TEAM,
  'conversations/7': TEAM,
  'conversations/7/presence': TEAM,
  'conversations/with/7': TEAM,
  'mentions/ME': TEAM,
  'mentions/999999': [],
  'interviews': RECRUITING,
  'interviews/7': RECRUITING,
  'contacts/7': RECRUITING,
  'messages': RECRUITING,
  'senders': RECRUITING,
  'templates': ['admin'],
  'simulator-of-mine': [],
  'constructor': [],
  'interview': [],
  'unheard/of': [],
}

/** An open page: the server knows its stream by the id. */
async function openPage(cleanup: (close: () => void) => void) {
  const uid = randomUUID()
  const page = new AbortController()
  cleanup(() => page.abort())
  await fetch(`${appUrl}/__transmit/events?uid=${uid}`, { signal: page.signal })
  return uid
}

/** What the code broadcasts on, as written: `contacts/${…}` begins with `contacts`. */
async function roomsSpokenOf() {
  const rooms = new Set<string>()
  for await (const file of glob('app/**/*.ts')) {
    const text = await readFile(file, 'utf8')
    const calls = text.matchAll(
      /(?:(?<![.\w#])(?:refreshAfter|refresh|tell)|transmit\.broadcast)\(([\s\S]{0,160}?)\)/g
    )
    for (const [, inside] of calls) {
      for (const [, room] of inside.matchAll(/['`]([a-z_]+)(?=['`/])/g)) rooms.add(room)
    }
  }
  rooms.delete('commit')
  return rooms
}

test.group('Live channels', (group) => {
  group.each.setup(() => testUtils.db().truncate())

  for (const listener of EVERYONE) {
    test(`${listener} hears what is theirs, and nothing else`, async ({
      client,
      cleanup,
      assert,
    }) => {
      const user = listener === 'nobody' ? null : await aUser(listener)
      const uid = await openPage(cleanup)
      for (const [name, heardBy] of Object.entries(CHANNELS)) {
        const channel = name.replace('ME', String(user?.id ?? 1))
        const request = client.post('/__transmit/subscribe').withCsrfToken().json({ uid, channel })
        const response = await (user ? request.loginAs(user) : request)
        const expected = heardBy.includes(listener) ? 204 : 400
        assert.equal(response.status(), expected, `${listener} at ${channel}`)
      }
    })
  }

  test('whose account is closed hears nothing more', async ({ client, cleanup }) => {
    const uid = await openPage(cleanup)
    const user = await aUser('recruiter')
    await User.query().where('id', user.id).update({ deactivated_at: '2026-11-20T13:00:00.000Z' })
    const response = await client
      .post('/__transmit/subscribe')
      .loginAs(user)
      .withCsrfToken()
      .json({ uid, channel: 'interviews' })
    response.assertStatus(400)
  })

  test('no channel is spoken on that the table does not know', async ({ assert }) => {
    const known = new Set(Object.keys(CHANNELS).map((channel) => channel.split('/')[0]))
    const spoken = [...(await roomsSpokenOf())]
    assert.isAtLeast(spoken.length, 5)
    assert.deepEqual(
      spoken.filter((room) => !known.has(room)),
      []
    )
  })
})
