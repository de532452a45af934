import { eventually } from '#tests/eventually'
import { freePort } from '#tests/free_port'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { spawn } from 'node:child_process'
import { once } from 'node:events'

test.group('node ace reply:serve', () => {
  test('a process of its own answers what it is posted, and ends when asked to', async ({
    assert,
    cleanup,
  }) => {
    const port = await freePort()
    const child = spawn(process.execPath, ['ace.js', 'reply:serve', `--port=${port}`], {
      cwd: app.makePath(),
      stdio: 'ignore',
    })
    cleanup(() => void child.kill('SIGKILL'))
    const url = `http://127.0.0.1:${port}`
    await eventually(() =>
      fetch(url).then(
        ({ ok }) => ok,
        () => false
      )
    )

    const response = await fetch(`${url}/process`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'oi' }),
    })
    const { original, reply } = (await response.json()) as { original: string; reply: string }
    assert.equal(original, 'oi')
    assert.match(reply, /^I received your message: 'oi' and here is a random number: \d+$/)

    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    assert.deepEqual(await ended, [0, null])
  })
})
