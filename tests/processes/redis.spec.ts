import Message from '#messages/models/message'
import { eventually } from '#tests/eventually'
import { RedisServer } from '#tests/processes/redis_server'
import { realScene } from '#tests/processes/real_scene'
import { RoleProcess } from '#tests/processes/role'
import { Visitor } from '#tests/processes/visitor'
import { accepted, aCandidate, anInterview, aUser, simulator } from '#tests/scene'
import WebhookCall from '#webhooks/models/webhook_call'
import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'

type Scene = Pick<TestContext, 'cleanup'>

const PASSWORD = 'segredo-de-teste'
const startsAt = DateTime.utc().plus({ days: 9 }).set({ hour: 15, minute: 0 })

const answers = async (role: RoleProcess, password: string) => {
  const body = JSON.stringify({ email: 'recruiter@demo.convoca.test', password })
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${role.url}/api/v1/tokens`, { method: 'POST', headers, body })
  return response.status
}

test.group('Redis', (group) => {
  let redis: RedisServer
  let through: Record<string, string>

  group.each.setup(realScene)
  group.each.setup(async () => {
    redis = await RedisServer.start()
    through = { QUEUE_DRIVER: 'redis', REDIS_URL: redis.url }
    return () => redis.stop()
  })

  const start = (scene: Scene, name: 'web' | 'worker', environment = {}) =>
    RoleProcess.during(scene, name, { ...through, ...environment })

  /** A web process that providers call, and a worker beside it. */
  async function both(scene: Scene) {
    const web = await start(scene, 'web', { APP_URL: '' })
    const worker = await start(scene, 'worker', {
      APP_URL: web.url.replace('127.0.0.1', 'localhost'),
    })
    return { web, worker }
  }

  const book = async (phone: string) =>
    anInterview({ startsAt, candidateId: (await aCandidate({ phone })).id })

  const statuses = async () => (await Message.query().orderBy('id')).map(({ status }) => status)

  test('a queue on Redis without a Redis refuses to start, and says why', async ({ assert }) => {
    const started = RoleProcess.start('worker', { QUEUE_DRIVER: 'redis', REDIS_URL: '' })
    const error: Error = await started.then(
      () => new Error('it started'),
      (problem) => problem
    )
    assert.include(error.message, 'QUEUE_DRIVER=redis needs REDIS_URL')
  })

  test('a page of one process refreshes when another sends', async ({ assert, cleanup }) => {
    const { web } = await both({ cleanup })
    const user = await aUser()
    const visitor = new Visitor(web.url)
    assert.isTrue(await visitor.signIn(user.email, PASSWORD))
    const page = new AbortController()
    cleanup(() => page.abort())
    const heard = await visitor.listen('messages', page.signal)

    await book('+5511900000001')
    await eventually(() => heard.some((text) => text.includes('"channel":"messages"')))
  })

  test('five wrong passwords count in all web processes together', async ({ assert, cleanup }) => {
    await aUser()
    const webs = [await start({ cleanup }, 'web'), await start({ cleanup }, 'web')]
    for (let n = 0; n < 5; n++) assert.equal(await answers(webs[n % 2], 'errada'), 401)
    for (const web of webs) assert.equal(await answers(web, PASSWORD), 429)
    assert.lengthOf(await redis.keys('convoca:limits:*'), 1)
  })

  test('stopped, it is missed by nobody for long', async ({ assert, cleanup }) => {
    await aUser()
    const { web, worker } = await both({ cleanup })
    await redis.stop()
    await eventually(() => web.output.includes('Redis is away'))

    // Bookings are told, and their callbacks are kept and answered.
    await book('+5511900000001')
    await eventually(async () => (await statuses()).every((status) => status === 'accepted'))
    const deliveries = await simulator<{ status: number }[]>('POST', 'callbacks/release')
    assert.isNotEmpty(deliveries)
    assert.isTrue(deliveries.every(({ status }) => status === 204))
    assert.lengthOf(await WebhookCall.query().whereNull('processed_at'), deliveries.length)

    // The door opens to whoever has the key, and closes after five wrong ones.
    assert.equal(await answers(web, PASSWORD), 201)
    for (let n = 0; n < 5; n++) assert.equal(await answers(web, 'errada'), 401)
    assert.equal(await answers(web, PASSWORD), 429)

    assert.equal(worker.output.split('Redis is away').length, 2)

    await redis.start()
    await eventually(() => web.output.includes('Redis is back'))
    await eventually(() => worker.output.includes('the queue answers again'))
    await book('+5511900000002')
    await eventually(async () => (await accepted()).length === 2)
    await simulator('POST', 'callbacks/release')
    await eventually(async () => (await statuses())[1] === 'read')
    assert.equal(await worker.end(), 0)
    assert.equal(await web.end(), 0)
  })

  test('emptied, it takes no message with it', async ({ assert, cleanup }) => {
    const { worker } = await both({ cleanup })
    await book('+5511900000001')
    await redis.flush()
    await book('+5511900000002')
    await eventually(async () => (await statuses()).every((status) => status === 'accepted'))
    await redis.flush()
    await simulator('POST', 'callbacks/release')
    await eventually(async () => (await statuses()).every((status) => status === 'read'))
    assert.isTrue(await worker.isWell())
  })

  test('a process that starts without it starts', async ({ assert, cleanup }) => {
    await redis.stop()
    const { web, worker } = await both({ cleanup })
    await book('+5511900000001')
    await eventually(async () => (await statuses())[0] === 'accepted')
    assert.isTrue(await web.isWell())
    assert.equal(await worker.end(), 0)
    assert.equal(await web.end(), 0)
  })
})
