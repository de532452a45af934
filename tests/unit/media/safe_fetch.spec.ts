import { fetchSafely, isAllowed } from '#media/safe_fetch'
import { ScriptedServer } from '#tests/gateways/scripted_server'
import { test } from '@japa/runner'

const MOST = 1000

test.group('Where a file may come from', () => {
  const HOSTS = ['api.provider.example', '.cdn.example', 'localhost:3333']

  test('{url}')
    .with(
      [
        'https://api.provider.example/1',
        'https://a.b.cdn.example/1',
        'http://localhost:3333/1',
      ].map((url) => ({ url }))
    )
    .run(({ assert }, { url }) => assert.isTrue(isAllowed(new URL(url), HOSTS)))

  test('not from {url}')
    .with(
      [
        'http://api.provider.example/1',
        'https://api.provider.example.evil.example/1',
        'https://evilcdn.example/1',
        'https://cdn.example/1',
        'https://user@api.provider.example/1',
        'http://localhost:3334/1',
        'http://localhost/1',
        'file:///etc/passwd',
        'ftp://api.provider.example/1',
        'http://169.254.169.254/latest/meta-data',
      ].map((url) => ({ url }))
    )
    .run(({ assert }, { url }) => assert.isFalse(isAllowed(new URL(url), HOSTS)))
})

test.group('Fetching a file', (group) => {
  let server: ScriptedServer
  let elsewhere: ScriptedServer

  group.each.setup(async () => {
    server = await new ScriptedServer().start()
    elsewhere = await new ScriptedServer().start()
    return async () => {
      await server.stop()
      await elsewhere.stop()
    }
  })

  const hostOf = ({ origin }: ScriptedServer) => new URL(origin).host
  const fetchIt = (hosts: string[], most = MOST) =>
    fetchSafely(
      { url: `${server.origin}/file`, headers: { authorization: 'Basic secret' }, hosts },
      most
    )

  test('it comes with its type', async ({ assert }) => {
    server.answerWith(200, 'picture', { 'content-type': 'image/jpeg' })
    const fetched = await fetchIt([hostOf(server)])
    assert.containSubset(fetched, { outcome: 'fetched', contentType: 'image/jpeg' })
    assert.equal(server.requests[0].headers.authorization, 'Basic secret')
  })

  test('a redirect is followed without our credentials', async ({ assert }) => {
    server.answerWith(302, '', { location: `${elsewhere.origin}/there` })
    elsewhere.answerWith(200, 'picture')
    const fetched = await fetchIt([hostOf(server), hostOf(elsewhere)])
    assert.equal(fetched.outcome, 'fetched')
    assert.isUndefined(elsewhere.requests[0].headers.authorization)
  })

  test('a redirect to where the provider is not is not followed', async ({ assert }) => {
    server.answerWith(302, '', { location: `${elsewhere.origin}/there` })
    const fetched = await fetchIt([hostOf(server)])
    assert.containSubset(fetched, { outcome: 'failed', reason: 'forbidden_address' })
    assert.isEmpty(elsewhere.requests)
  })

  test('redirects in a circle end', async ({ assert }) => {
    server.answerWith(302, '', { location: '/file' })
    const fetched = await fetchIt([hostOf(server)])
    assert.containSubset(fetched, { outcome: 'failed', isLasting: true })
    assert.isBelow(server.requests.length, 6)
  })

  test('a name that leads into our own network is refused before anybody is asked', async ({
    assert,
  }) => {
    const url = `https://localhost/file`
    const fetched = await fetchSafely({ url, headers: {}, hosts: ['localhost'] }, MOST)
    assert.containSubset(fetched, { outcome: 'failed', reason: 'forbidden_address' })
  })

  test('{host} is nobody’s address on the internet')
    .with(
      ['127.0.0.1', '10.0.0.1', '169.254.169.254', '192.168.0.1', '[::1]', '[fd00::1]'].map(
        (host) => ({ host })
      )
    )
    .run(async ({ assert }, { host }) => {
      const fetched = await fetchSafely(
        { url: `https://${host}/file`, headers: {}, hosts: [host] },
        MOST
      )
      assert.containSubset(fetched, { outcome: 'failed', reason: 'forbidden_address' })
    })

  test('what is larger than it may be is cut off', async ({ assert }) => {
    server.answerWith(200, 'x'.repeat(MOST + 1))
    const fetched = await fetchIt([hostOf(server)])
    assert.containSubset(fetched, { outcome: 'failed', reason: 'too_large', isLasting: true })
  })

  test('{status} says whether it is worth another try')
    .with([
      { status: 404, isLasting: true },
      { status: 401, isLasting: false },
      { status: 500, isLasting: false },
    ])
    .run(async ({ assert }, { status, isLasting }) => {
      server.answerWith(status, '')
      assert.containSubset(await fetchIt([hostOf(server)]), { outcome: 'failed', isLasting })
    })

  test('nobody there is worth another try', async ({ assert }) => {
    const host = hostOf(elsewhere)
    await elsewhere.stop()
    const fetched = await fetchSafely({ url: `http://${host}/1`, headers: {}, hosts: [host] }, MOST)
    assert.containSubset(fetched, { outcome: 'failed', reason: 'unavailable', isLasting: false })
  })
})
