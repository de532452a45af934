import { appUrl } from '#config/app'
import { aChatAppSender } from '#tests/chat_app_calls'
import { realScene } from '#tests/processes/real_scene'
import { simulator } from '#tests/scene'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A process that asks ChatApp something, and ends. */
const checks = () =>
  run(process.execPath, ['ace.js', 'whatsapp:check'], {
    cwd: app.makePath(),
    env: { ...process.env, APP_URL: appUrl },
  })

const pairs = async () => {
  const given = await simulator<{ made_by: string }[]>('GET', 'chat_app/tokens')
  return given.map(({ made_by: madeBy }) => madeBy)
}

test.group('ChatApp from several processes', (group) => {
  group.each.setup(realScene)

  test('they share one sign-in, and one refresh when it is refused', async ({ assert }) => {
    await aChatAppSender()
    const first = await Promise.all([checks(), checks(), checks()])
    for (const { stdout } of first) assert.include(stdout, 'WhatsApp pronto pelo ChatApp')
    assert.deepEqual(await pairs(), ['sign_in'])

    await simulator('PUT', 'settings', { chat_app_tokens: 'expired' })
    await Promise.all([checks(), checks(), checks()])
    assert.deepEqual(await pairs(), ['sign_in', 'refresh'])
  })
})
