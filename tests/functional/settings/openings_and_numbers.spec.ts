import JobOpening from '#interviews/models/job_opening'
import Round from '#interviews/models/round'
import Message from '#messages/models/message'
import Sender from '#messages/models/sender'
import { accepted, aUser, cleanScene, dispatch, NOW } from '#tests/scene'
import whatsapp from '#whatsapp/services/main'
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

test.group('Numbers', (group) => {
  group.each.setup(cleanScene)

  test('the page names the number and the one address to paste', async ({ client, assert }) => {
    const response = await client.get('/settings/numbers').loginAs(await aUser('admin'))
    response.assertTextIncludes('+1 415 523 8886')
    response.assertTextIncludes('/webhooks/twilio/messages')
    assert.notInclude(response.text(), '/webhooks/twilio/status')
  })

  test('the check says what the provider says', async ({ client }) => {
    const response = await client.get('/settings/numbers/check').loginAs(await aUser('admin'))
    response.assertTextIncludes('WhatsApp pronto')
  })

  test('a test message goes to the phone named, whatever the hour', async ({ client, assert }) => {
    const admin = await aUser('admin')
    const wrong = await send(client, admin, 'post', 'numbers/test_messages', { phone: '12' })
    assert.property(wrong.flashMessage('inputErrorsBag'), 'phone')
    assert.isEmpty(await Message.all())

    await send(client, admin, 'post', 'numbers/test_messages', { phone: '11 90000-0001' })
    await dispatch()
    const [message] = await accepted()
    assert.include(message.body, 'Mensagem de teste')
    const page = await client.get('/settings/numbers').loginAs(admin)
    page.assertTextIncludes('+55 11 90000-0001')
  })

  test('what is missing stands on every page, with the way to mend it for admins', async ({
    client,
    assert,
    cleanup,
  }) => {
    const missing = whatsapp.use().missingSettings
    missing.push('TWILIO_AUTH_TOKEN')
    cleanup(() => void missing.pop())

    const forAdmin = await client.get('/contacts').loginAs(await aUser('admin'))
    forAdmin.assertTextIncludes('WhatsApp não configurado.')
    forAdmin.assertTextIncludes('href="/settings/numbers"')
    const forRecruiter = await client.get('/contacts').loginAs(await aUser('recruiter'))
    forRecruiter.assertTextIncludes('TWILIO_AUTH_TOKEN')
    assert.notInclude(forRecruiter.text(), 'Ver o que falta')
    const numbers = await client
      .get('/settings/numbers')
      .loginAs(await aUser('admin', { email: 'b@demo.convoca.test' }))
    numbers.assertTextIncludes('O que falta definir')
  })

  test('a sender the provider refuses is said on every page', async ({ client }) => {
    const sender = await Sender.named('twilio')
    await sender.merge({ blockedAt: NOW, lastCode: '20003' }).save()
    const response = await client.get('/').loginAs(await aUser('recruiter'))
    response.assertTextIncludes('O WhatsApp recusa nosso remetente.')
    response.assertTextIncludes('O Twilio recusou as credenciais')
    response.assertTextIncludes('href="/queue"')
  })

  test('a pause is said on every page, to agents without the way to the queue', async ({
    client,
    assert,
  }) => {
    const admin = await aUser('admin')
    const sender = await Sender.named('twilio')
    await sender.pause({ by: admin })
    const forAdmin = await client.get('/contacts').loginAs(admin)
    forAdmin.assertTextIncludes('Envios pausados.')
    const forAgent = await client.get('/').loginAs(await aUser('agent'))
    forAgent.assertTextIncludes('Envios pausados.')
    assert.notInclude(forAgent.text(), 'Ver a fila de envio')
    await sender.resume()
    const after = await client.get('/contacts').loginAs(admin)
    assert.notInclude(after.text(), 'Envios pausados.')
  })
})
