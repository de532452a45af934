import { appUrl } from '#config/app'
import { cleanScene, aUser } from '#tests/scene'
import { ROUTES, type Access } from '#tests/functional/access/routes'
import User from '#users/models/user'
import type { Role } from '#users/role'
import router from '@adonisjs/core/services/router'
import { TEMPLATE_KEYS } from '#templates/template_catalogue'
import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'
import type { ApiClient } from '@japa/api-client'

type Visitor = Role | 'nobody'

interface Line {
  access: Access
  method: string
  pattern: string
}

const VISITORS: Visitor[] = ['nobody', 'agent', 'recruiter', 'admin']
const ALLOWED: Record<Access, Visitor[]> = {
  anyone: VISITORS,
  ownKey: [],
  agent: ['agent', 'recruiter', 'admin'],
  recruiter: ['recruiter', 'admin'],
  admin: ['admin'],
}

/** No row has it: who is allowed finds nothing, and nothing is changed. */
const NO_ROW = '999999'
const PARAMETERS: Record<string, string> = { ':key': TEMPLATE_KEYS[0], ':uuid': randomUUID() }

const table: Line[] = Object.entries(ROUTES).flatMap(([access, text]) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([method, pattern]) => ({ access: access as Access, method, pattern }))
)

/** Every route of the application, HEAD being GET. */
const routes = () =>
  Object.values(router.toJSON()).flatMap((domain) =>
    domain.flatMap(({ methods, pattern }) =>
      methods.filter((method) => method !== 'HEAD').map((method) => ({ method, pattern }))
    )
  )

const isAbout = (line: Line, { method, pattern }: { method: string; pattern: string }) => {
  if (line.method !== '*' && line.method !== method) return false
  const room = line.pattern.replace(/\/\*$/, '')
  return line.pattern === pattern || (room !== line.pattern && isWithin(room, pattern))
}

const isWithin = (room: string, pattern: string) =>
  pattern === room || pattern.startsWith(`${room}/`)

const addressOf = (pattern: string) =>
  pattern.replace(/:\w+/g, (name) => PARAMETERS[name] ?? NO_ROW)

/** What comes of it when that visitor asks; programs come with a token of their own. */
async function isLetIn(client: ApiClient, visitor: Visitor, { method, pattern }: Line) {
  const address = addressOf(pattern)
  const user = visitor === 'nobody' ? null : await User.findByOrFail('role', visitor)
  if (address.startsWith('/api/v1')) return isAnswered(method, address, user)
  const request = client.request(address, method).withCsrfToken().redirects(0)
  const response = await (user ? request.loginAs(user) : request)
  const isShownOut = response.header('location') === '/session' && pattern !== '/session'
  const complaints = response.flashMessage('errorsBag') ?? {}
  return !isShownOut && response.status() !== 403 && !('forbidden' in complaints)
}

async function isAnswered(method: string, address: string, user: User | null) {
  const token = user && (await User.accessTokens.create(user)).value!.release()
  const authorization = token && { authorization: `Bearer ${token}` }
  const response = await fetch(appUrl + address, { method, headers: { ...authorization } })
  await response.arrayBuffer()
  return ![401, 403].includes(response.status)
}

test.group('Who may use which address', (group) => {
  group.each.setup(cleanScene)

  test('every route is in the table once, and the table names no other', async ({ assert }) => {
    const all = routes()
    const counted = all.map((route) => ({
      route: `${route.method} ${route.pattern}`,
      lines: table.filter((line) => isAbout(line, route)).length,
    }))
    assert.deepEqual(
      counted.filter(({ lines }) => lines !== 1),
      []
    )
    const idle = table.filter(
      (line) => line.method !== '*' && !all.some((route) => isAbout(line, route))
    )
    assert.deepEqual(
      idle.map(({ method, pattern }) => `${method} ${pattern}`),
      []
    )
  })

  for (const visitor of VISITORS) {
    test(`${visitor} is let in where the table says, and nowhere else`, async ({
      assert,
      client,
    }) => {
      for (const role of ['agent', 'recruiter', 'admin'] as const) await aUser(role)
      const asked = table.filter(({ access, method, pattern }) => {
        const isStream = pattern.startsWith('/__transmit')
        return access !== 'ownKey' && method !== '*' && !isStream
      })
      const wrong: string[] = []
      for (const line of asked) {
        const expected = ALLOWED[line.access].includes(visitor)
        const found = await isLetIn(client, visitor, line)
        if (found !== expected) wrong.push(`${line.method} ${line.pattern}: ${found}`)
      }
      assert.deepEqual(wrong, [])
    }).timeout(60_000)
  }
})
