import { askBackend } from '#replies/ask_backend'
import { replyServer } from '#replies/server'
import { test } from '@japa/runner'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

test.group('The reference reply backend', (group) => {
  let url: string

  group.setup(async () => {
    const server = replyServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    return () => void server.close()
  })

  const post = (body: string) => fetch(`${url}/process`, { method: 'POST', body })
  const ask = async (text: string) => (await post(JSON.stringify({ text }))).json() as Promise<any>

  test('it says what it was told, and a number', async ({ assert }) => {
    const { original, reply } = await ask("Olá, tudo 'bem'? 👋")
    assert.equal(original, "Olá, tudo 'bem'? 👋")
    assert.match(
      reply,
      /^I received your message: 'Olá, tudo 'bem'\? 👋' and here is a random number: \d+$/
    )
  })

  test('a new number each time', async ({ assert }) => {
    const replies = await Promise.all(Array.from({ length: 10 }, () => ask('oi')))
    assert.isAbove(new Set(replies.map(({ reply }) => reply)).size, 5)
  })

  test('a body without text is a 422 that says so: {body}')
    .with(['', '{', '{}', 'null', '[]', '{"text":1}', '{"text":" "}'].map((body) => ({ body })))
    .run(async ({ assert }, { body }) => {
      const response = await post(body)
      assert.equal(response.status, 422)
      const problem = (await response.json()) as any
      assert.equal(problem.errors[0].field, 'text')
    })

  test('elsewhere there is nothing', async ({ assert }) => {
    assert.equal((await fetch(`${url}/other`)).status, 404)
    assert.equal((await fetch(`${url}/process`)).status, 405)
    assert.equal((await fetch(url)).status, 200)
  })

  test('it is asked as any other backend is', async ({ assert }) => {
    const answer = await askBackend({ url: `${url}/`, timeoutSeconds: 5 }, 'oi')
    assert.equal(answer.outcome, 'reply')
  })
})
