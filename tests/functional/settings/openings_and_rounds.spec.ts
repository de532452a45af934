import JobOpening from '#interviews/models/job_opening'
import Round from '#interviews/models/round'
import { aUser, cleanScene } from '#tests/scene'
import type { ApiClient } from '@japa/api-client'
import type User from '#users/models/user'
import { test } from '@japa/runner'

type Verb = 'post' | 'patch' | 'put' | 'delete'

const send = (client: ApiClient, user: User, verb: Verb, path: string, fields = {}) =>
  client[verb](`/settings/${path}`).loginAs(user).withCsrfToken().form(fields).redirects(0)

test.group('Openings and rounds', (group) => {
  group.each.setup(cleanScene)

  test('an opening is created, renamed, closed and reopened', async ({ client, assert }) => {
    const admin = await aUser('admin')
    await send(client, admin, 'post', 'job_openings', { title: 'Analista' })
    const opening = await JobOpening.firstOrFail()
    await send(client, admin, 'patch', `job_openings/${opening.id}`, { title: 'Analista de Dados' })
    await send(client, admin, 'post', `job_openings/${opening.id}/closure`)
    await opening.refresh()
    assert.equal(opening.title, 'Analista de Dados')
    assert.isNotNull(opening.closedAt)

    const form = await client.get('/interviews/new').loginAs(admin)
    assert.notInclude(form.text(), 'Analista de Dados')
    await send(client, admin, 'delete', `job_openings/${opening.id}/closure`)
    await opening.refresh()
    assert.isNull(opening.closedAt)
  })

  test('two of one name are refused, a name of its own is not in the way', async ({
    client,
    assert,
  }) => {
    const admin = await aUser('admin')
    const [first] = await JobOpening.createMany([{ title: 'Analista' }, { title: 'Caixa' }])
    for (const title of ['analista', ' Analista ', '']) {
      const response = await send(client, admin, 'post', 'job_openings', { title })
      assert.property(response.flashMessage('inputErrorsBag'), 'title')
    }
    const own = await send(client, admin, 'patch', `job_openings/${first.id}`, {
      title: 'ANALISTA',
    })
    assert.equal(own.flashMessage('success'), 'Vaga renomeada.')
    assert.lengthOf(await JobOpening.all(), 2)
  })

  test('rounds keep the order they are given', async ({ client, assert }) => {
    const admin = await aUser('admin')
    for (const name of ['Triagem', 'Técnica', 'Final']) {
      await send(client, admin, 'post', 'rounds', { name })
    }
    const names = async () => (await Round.query().orderBy('position')).map(({ name }) => name)
    const last = await Round.findByOrFail({ name: 'Final' })
    await send(client, admin, 'put', `rounds/${last.id}/position`, { direction: 'up' })
    assert.deepEqual(await names(), ['Triagem', 'Final', 'Técnica'])

    const first = await Round.findByOrFail({ name: 'Triagem' })
    await send(client, admin, 'put', `rounds/${first.id}/position`, { direction: 'up' })
    await send(client, admin, 'put', `rounds/${first.id}/position`, { direction: 'sideways' })
    assert.deepEqual(await names(), ['Triagem', 'Final', 'Técnica'])
  })
})
