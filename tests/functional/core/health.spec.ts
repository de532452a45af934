import { appUrl } from '#config/app'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'

const get = (path: string) => fetch(`${appUrl}${path}`, { headers: { accept: 'text/html' } })

test.group('Health', () => {
  test('a process that serves says so', async ({ assert }) => {
    for (const path of ['/health', '/health/live', '/health/ready']) {
      const response = await get(path)
      assert.equal(response.status, 200)
      assert.equal(((await response.json()) as any).status, 'ok')
      assert.isNull(response.headers.get('set-cookie'))
    }
  })

  test('without its database it lives, but is not ready', async ({ assert, cleanup }) => {
    const query = db.rawQuery
    db.rawQuery = () => {
      throw new Error('gone')
    }
    cleanup(() => void (db.rawQuery = query))
    const response = await get('/health/ready')
    assert.equal(response.status, 503)
    assert.deepEqual(await response.json(), { status: 'failing', checks: { database: 'failing' } })
    assert.equal((await get('/health/live')).status, 200)
  })
})
