import Message from '#messages/models/message'
import Sender from '#messages/models/sender'
import { makeDefault, retire } from '#senders/change_senders'
import { sendersOf } from '#senders/find_senders'
import { accepted, aUser, cleanScene, dispatch, NOW } from '#tests/scene'
import { aCloudApiSender, aTwilioSender, cloudApiSettings, twilioSettings } from './scene.js'
import db from '@adonisjs/lucid/services/db'
import whatsapp from '#whatsapp/services/main'
import type { ApiClient, ApiResponse } from '@japa/api-client'
import type User from '#users/models/user'
import { test } from '@japa/runner'

type Verb = 'post' | 'put' | 'delete'

const see = (client: ApiClient, user: User, path = '') =>
  client.get(`/settings/numbers${path}`).loginAs(user)

const send = (client: ApiClient, user: User, verb: Verb, path = '', fields = {}) =>
  client[verb](`/settings/numbers${path}`).loginAs(user).withCsrfToken().form(fields).redirects(0)

const complaints = (response: ApiResponse) => Object.keys(response.flashMessage('inputErrorsBag'))

const ours = () => Sender.named('twilio')

test.group('Numbers: one from the environment', (group) => {
  group.each.setup(cleanScene)

  test('the page names the number, and the one address to paste', async ({ client, assert }) => {
    const admin = await aUser('admin')
    const list = await client.get('/settings/numbers').loginAs(admin)
    list.assertTextIncludes('+1 415 523 8886')
    list.assertTextIncludes('do arquivo .env')
    const { id } = await ours()
    const page = await client.get(`/settings/numbers/${id}`).loginAs(admin)
    page.assertTextIncludes('/webhooks/twilio/messages')
    assert.notInclude(page.text(), '/webhooks/twilio/status')
    assert.notInclude(page.text(), 'Aposentar')
    assert.notInclude(page.text(), 'Dados de acesso')
  })

  test('the check says what the provider says', async ({ client }) => {
    const { id } = await ours()
    const response = await client.get(`/settings/numbers/${id}/check`).loginAs(await aUser('admin'))
    response.assertTextIncludes('WhatsApp pronto')
  })

  test('a test message goes to the phone named, whatever the hour', async ({ client, assert }) => {
    const admin = await aUser('admin')
    const { id } = await ours()
    const wrong = await send(client, admin, 'post', `/${id}/test_messages`, { phone: '12' })
    assert.property(wrong.flashMessage('inputErrorsBag'), 'phone')
    assert.isEmpty(await Message.all())

    await send(client, admin, 'post', `/${id}/test_messages`, { phone: '11 90000-0001' })
    await dispatch()
    const [message] = await accepted()
    assert.include(message.body, 'Mensagem de teste')
    const page = await client.get(`/settings/numbers/${id}`).loginAs(admin)
    page.assertTextIncludes('+55 11 90000-0001')
  })
})

test.group('Numbers: several', (group) => {
  group.each.setup(cleanScene)

  test('a number is added with a form that explains itself, and works at once', async ({
    client,
    assert,
  }) => {
    const admin = await aUser('admin')
    const choice = await see(client, admin, '/new')
    for (const name of ['Twilio', 'Meta (Cloud API)', 'ChatApp']) choice.assertTextIncludes(name)
    const form = await see(client, admin, '/new?provider=twilio')
    form.assertTextIncludes('Começa com AC')
    const simulated = await see(client, admin, '/new?provider=cloud_api')
    simulated.assertTextIncludes(cloudApiSettings().access_token)

    const fields = { provider: 'twilio', label: 'Sul', ...twilioSettings('+55 11 4000-0000') }
    const added = await send(client, admin, 'post', '', fields)
    const sender = await Sender.findByOrFail({ label: 'Sul' })
    added.assertHeader('location', `/settings/numbers/${sender.id}`)
    assert.equal(sender.number, '+551140000000')
    await send(client, admin, 'post', `/${sender.id}/test_messages`, { phone: '11 90000-0001' })
    await dispatch()
    // It was asked from the new number, which the simulator does not know.
    const message = await Message.firstOrFail()
    assert.include(message.$attributes, { sender: sender.name, errorCode: '63007' })
  })

  test('what was typed wrong is said at the field; secrets are not given back', async ({
    client,
    assert,
  }) => {
    const admin = await aUser('admin')
    const wrong = { ...twilioSettings('11 4000'), account_sid: 'x' }
    const fields = { provider: 'twilio', label: 'Sul', ...wrong }
    const refused = await send(client, admin, 'post', '', fields)
    assert.sameMembers(complaints(refused), ['from', 'account_sid'])
    assert.include(JSON.stringify(refused.flashMessage('inputErrorsBag')), 'código do país')
    assert.isUndefined(refused.flashMessage('auth_token'))
    assert.equal(refused.flashMessage('label'), 'Sul')
    assert.isEmpty(await Sender.query().whereNotNull('provider'))

    const meta = await send(client, admin, 'post', '', { provider: 'cloud_api', label: 'Meta' })
    assert.sameMembers(complaints(meta), [
      'phone_number_id',
      'waba_id',
      'access_token',
      'app_secret',
      'verify_token',
    ])
    const chat = await send(client, admin, 'post', '', { provider: 'chat_app', label: 'Chat' })
    assert.sameMembers(complaints(chat), [
      'email',
      'password',
      'app_id',
      'licence_id',
      'messenger_type',
    ])
  })

  test('no page ever shows a secret, nor does the database', async ({ client, assert }) => {
    const admin = await aUser('admin')
    const { id } = await aCloudApiSender()
    const { access_token: token, app_secret: secret, verify_token: verify } = cloudApiSettings()
    for (const path of [`/${id}`, `/${id}/check`, '']) {
      const text = (await see(client, admin, path)).text()
      assert.notInclude(text, token)
      assert.notInclude(text, secret)
    }
    const page = await see(client, admin, `/${id}`)
    page.assertTextIncludes('guardado')
    page.assertTextIncludes(verify)
    page.assertTextIncludes('/webhooks/whatsapp')
    assert.notInclude(JSON.stringify(await db.from('senders')), token)
  })

  test('an empty secret stays, a new one counts at once', async ({ client, assert }) => {
    const admin = await aUser('admin')
    const { id, name } = await aTwilioSender()
    const { auth_token: token, ...open } = twilioSettings('+551140000007')
    await send(client, admin, 'put', `/${id}`, { label: 'Norte', ...open, auth_token: '' })
    const settingsNow = () => sendersOf('twilio').find((one) => one.name === name)!
    assert.equal(settingsNow().settings.auth_token, token)
    assert.equal(settingsNow().number, '+551140000007')
    assert.equal(settingsNow().label, 'Norte')

    await send(client, admin, 'put', `/${id}`, { label: 'Norte', ...open, auth_token: 'novo' })
    assert.equal(settingsNow().settings.auth_token, 'novo')
    const check = await see(client, admin, `/${id}/check`)
    check.assertTextIncludes('para os dados de acesso deste número')
  })

  test('an address of the API that is emptied is the provider’s again', async ({
    client,
    assert,
  }) => {
    const admin = await aUser('admin')
    const { id, name } = await aTwilioSender()
    const open = { ...twilioSettings(), auth_token: '' }
    const base = () => sendersOf('twilio').find((one) => one.name === name)!.settings.api_base_url
    const url = 'http://localhost:9/a/'
    await send(client, admin, 'put', `/${id}`, { label: 'Sul', ...open, api_base_url: url })
    assert.equal(base(), 'http://localhost:9/a')
    await send(client, admin, 'put', `/${id}`, { label: 'Sul', ...open, api_base_url: '' })
    assert.isUndefined(base())
  })

  test('what the provider refused is tried again when its data are mended', async ({
    client,
    assert,
  }) => {
    const admin = await aUser('admin')
    const sender = await aTwilioSender()
    await sender.merge({ heldUntil: NOW.plus({ hours: 1 }), blockedAt: NOW, setbacks: 3 }).save()
    await send(client, admin, 'put', `/${sender.id}`, { label: 'Sul', ...twilioSettings() })
    await sender.refresh()
    assert.isNull(sender.heldUntil)
  })

  test('another becomes the default one, the former may be retired and comes back', async ({
    client,
    assert,
  }) => {
    const admin = await aUser('admin')
    const [south, north] = [await aTwilioSender(), await aTwilioSender('+551140000009', 'Norte')]
    await send(client, admin, 'post', `/${south.id}/default`)
    assert.equal(whatsapp.defaultSender, south.name)
    const refused = await send(client, admin, 'post', `/${south.id}/retirement`)
    assert.include(JSON.stringify(refused.flashMessage('errorsBag')), 'número padrão')

    await send(client, admin, 'post', `/${north.id}/retirement`)
    assert.notInclude(whatsapp.senders, north.name)
    const list = await see(client, admin)
    list.assertTextIncludes('Aposentado')
    await send(client, admin, 'delete', `/${north.id}/retirement`)
    assert.include(whatsapp.senders, north.name)
  })

  test('the queue has a lane for each number that sends, by the name people gave it', async ({
    client,
    assert,
  }) => {
    const admin = await aUser('admin')
    const [south, north] = [await aTwilioSender(), await aTwilioSender('+551140000009', 'Norte')]
    await retire(north.name)
    const queue = await client.get('/queue').loginAs(admin)
    queue.assertTextIncludes('+55 11 4000-0000')
    queue.assertTextIncludes('Unidade Sul')
    queue.assertTextIncludes('+1 415 523 8886')
    assert.notInclude(queue.text(), 'Norte')
    await makeDefault(south.name)
    const again = (await client.get('/queue').loginAs(admin)).text()
    assert.isBelow(again.indexOf('+55 11 4000-0000'), again.indexOf('+1 415 523 8886'))
  })

  test('the first number that can send is the default one', async ({ assert, cleanup }) => {
    const missing = whatsapp.use('twilio').missingSettings
    missing.push('TWILIO_AUTH_TOKEN')
    cleanup(() => void missing.pop())
    const south = await aTwilioSender()
    assert.equal(whatsapp.defaultSender, south.name)
    await aTwilioSender('+551140000009')
    assert.equal(whatsapp.defaultSender, south.name)
  })

  test('none of it is for recruiters or agents', async ({ client, assert }) => {
    const { id } = await aTwilioSender()
    const rows = async () => (await db.from('senders').orderBy('id')) as object[]
    const before = await rows()
    for (const role of ['recruiter', 'agent'] as const) {
      const user = await aUser(role)
      for (const path of ['', '/new', `/${id}`, `/${id}/check`]) {
        assert.equal((await see(client, user, path)).status(), 403)
      }
      for (const [verb, path] of [
        ['post', ''],
        ['put', `/${id}`],
        ['post', `/${id}/test_messages`],
        ['post', `/${id}/default`],
        ['post', `/${id}/retirement`],
        ['delete', `/${id}/retirement`],
      ] as const) {
        await send(client, user, verb, path, { label: 'Meu', phone: '11 90000-0001' })
      }
    }
    assert.deepEqual(await rows(), before)
    assert.isEmpty(await Message.all())
  })
})

test.group('Numbers: what every page says of them', (group) => {
  group.each.setup(cleanScene)

  test('with several, a banner names the one it is about; a retired one is none', async ({
    client,
    assert,
  }) => {
    const south = await aTwilioSender()
    await south.merge({ blockedAt: NOW, lastCode: '20003' }).save()
    const admin = await aUser('admin')
    const page = await client.get('/contacts').loginAs(admin)
    page.assertTextIncludes('O WhatsApp recusa o número Unidade Sul.')
    await retire(south.name)
    assert.notInclude((await client.get('/contacts').loginAs(admin)).text(), 'recusa o número')
  })

  test('one that cannot be opened is said on every page, without a word of its data', async ({
    client,
  }) => {
    const south = await aTwilioSender()
    await Sender.query().where('id', south.id).update({ settings: 'gone', config_version: 2 })
    await whatsapp.refresh()
    const page = await client.get('/contacts').loginAs(await aUser('admin'))
    page.assertTextIncludes('Um número não está pronto para enviar.')
    const queue = await client
      .get(`/settings/numbers/${south.id}`)
      .loginAs(await aUser('admin', { email: 'b@demo.convoca.test' }))
    queue.assertTextIncludes('não puderam ser lidos')
  })

  test('an environment that names no account says nothing once another number is the default', async ({
    client,
    assert,
    cleanup,
  }) => {
    const missing = whatsapp.use('twilio').missingSettings
    missing.push('TWILIO_AUTH_TOKEN')
    cleanup(() => void missing.pop())
    await aTwilioSender()
    const page = await client.get('/contacts').loginAs(await aUser('admin'))
    assert.notInclude(page.text(), 'WhatsApp não configurado')
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
      .get(`/settings/numbers/${(await Sender.named('twilio')).id}`)
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
