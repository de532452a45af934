import { appUrl } from '#config/app'
import { aUser } from '#tests/scene'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'

/** An open page: the server knows its stream by the id. */
async function openPage(cleanup: (close: () => void) => void) {
  const uid = randomUUID()
  const page = new AbortController()
  cleanup(() => page.abort())
  await fetch(`${appUrl}/__transmit/events?uid=${uid}`, { signal: page.signal })
  return uid
}

test.group('Live channels', (group) => {
  group.each.setup(() => testUtils.db().truncate())

  test('strangers hear only the simulator', async ({ client, cleanup }) => {
    const uid = await openPage(cleanup)
    const subscribe = (channel: string) =>
      client.post('/__transmit/subscribe').withCsrfToken().json({ uid, channel })
    for (const channel of [
      'interviews',
      'interview/7',
      'messages',
      'senders',
      'simulator-of-mine',
    ]) {
      const response = await subscribe(channel)
      response.assertStatus(400)
    }
    for (const channel of ['simulator', 'simulator/+5511900000001']) {
      const response = await subscribe(channel)
      response.assertStatus(204)
    }
  })

  test('who has signed in hears everything', async ({ client, cleanup }) => {
    const uid = await openPage(cleanup)
    const response = await client
      .post('/__transmit/subscribe')
      .loginAs(await aUser('agent'))
      .withCsrfToken()
      .json({ uid, channel: 'interview/7' })
    response.assertStatus(204)
  })
})
