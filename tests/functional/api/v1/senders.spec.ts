import Sender from '#messages/models/sender'
import { sendersOf } from '#senders/find_senders'
import whatsapp from '#whatsapp/services/main'
import { apiAs, type Api } from '#tests/api_v1'
import { aUser, cleanScene } from '#tests/scene'
import { cloudApiSettings, twilioSettings } from '../../senders/scene.js'
import { test } from '@japa/runner'

const south = { provider: 'twilio', label: 'Sul', settings: twilioSettings() }

test.group('API: senders', (group) => {
  let api: Api
  group.each.setup(cleanScene)
  group.each.setup(async () => {
    api = await apiAs('admin')
  })

  test('the one of the environment is listed, without what opens it', async ({ assert }) => {
    const { body } = await api.get('/senders')
    assert.lengthOf(body.data, 1)
    assert.include(body.data[0], { name: 'twilio', provider: 'twilio', number: '+14155238886' })
    assert.isTrue(body.data[0].is_default)
    assert.isNull(body.data[0].settings)
  })

  test('a number is added; its secrets go in and never come out', async ({ assert }) => {
    const settings = cloudApiSettings()
    const meta = { provider: 'cloud_api', label: 'Central', number: '+55 11 4000-0001', settings }
    const { status, body, headers } = await api.post('/senders', meta)
    assert.equal(status, 201)
    assert.equal(headers.get('location'), `/api/v1/senders/${body.id}`)
    assert.include(body, { number: '+551140000001', is_default: false })
    assert.equal(body.settings.phone_number_id, settings.phone_number_id)
    const answers = [body, (await api.get('/senders')).body]
    for (const secret of [settings.access_token, settings.app_secret]) {
      assert.notInclude(JSON.stringify(answers), secret)
    }
    assert.deepEqual((await api.get(`/senders/${body.id}`)).body, body)
  })

  test('each wrong field is named where it stands', async ({ assert }) => {
    const bad = { ...south, settings: { ...twilioSettings('4000'), account_sid: 'x' } }
    const { status, body } = await api.post('/senders', bad)
    assert.equal(status, 422)
    const fields = body.errors.map(({ field }: any) => field)
    assert.sameMembers(fields, ['settings.from', 'settings.account_sid'])
    const unknown = await api.post('/senders', { ...south, provider: 'pombo' })
    assert.deepEqual(
      unknown.body.errors.map(({ field }: any) => field),
      ['provider']
    )
    assert.isEmpty(await Sender.query().whereNotNull('provider'))
  })

  test('only what is given changes', async ({ assert }) => {
    const { body: added } = await api.post('/senders', south)
    const changes = { label: 'Norte', messages_per_second: 5, settings: { auth_token: 'novo' } }
    const { status, body } = await api.patch(`/senders/${added.id}`, changes)
    assert.equal(status, 200)
    assert.include(body, { label: 'Norte', messages_per_second: 5, number: '+551140000000' })
    const [known] = sendersOf('twilio').filter(({ name }) => name === added.name)
    assert.include(known.settings, { ...twilioSettings(), auth_token: 'novo' })

    const limit = await api.patch(`/senders/${added.id}`, { messages_per_second: 0 })
    assert.equal(limit.status, 422)
  })

  test('the default one changes hands and cannot be given up', async ({ assert }) => {
    const { body: added } = await api.post('/senders', { ...south, is_default: true })
    assert.isTrue(added.is_default)
    assert.equal(whatsapp.defaultSender, added.name)
    assert.equal((await api.patch(`/senders/${added.id}`, { is_default: false })).status, 422)
    assert.equal((await api.delete(`/senders/${added.id}`)).status, 409)
    const environment = await Sender.named('twilio')
    await api.patch(`/senders/${environment.id}`, { is_default: true })
    assert.equal(whatsapp.defaultSender, 'twilio')
    assert.equal((await api.delete(`/senders/${added.id}`)).status, 204)
    assert.equal((await api.get(`/senders/${added.id}`)).body.state, 'retired')
  })

  test('what comes from the environment is changed there', async ({ assert }) => {
    const { id } = await Sender.named('twilio')
    assert.equal((await api.patch(`/senders/${id}`, { label: 'Nosso' })).status, 409)
    assert.equal((await api.delete(`/senders/${id}`)).status, 409)
    const limited = await api.patch(`/senders/${id}`, { messages_per_second: 7 })
    assert.equal(limited.body.messages_per_second, 7)
  })

  test('one request repeated adds one number', async ({ assert }) => {
    const twice = () => api.post('/senders', south, { 'idempotency-key': 'a' })
    const [first, second] = [await twice(), await twice()]
    assert.deepEqual(first.body, second.body)
    assert.lengthOf(await Sender.query().whereNotNull('provider'), 1)
  })

  test('none of it is for others', async ({ assert }) => {
    const { body } = await api.post('/senders', south)
    await aUser('recruiter')
    for (const role of ['recruiter', 'agent'] as const) {
      const other = await apiAs(role)
      for (const [method, path] of [
        ['GET', '/senders'],
        ['POST', '/senders'],
        ['GET', `/senders/${body.id}`],
        ['PATCH', `/senders/${body.id}`],
        ['DELETE', `/senders/${body.id}`],
      ]) {
        const options = ['POST', 'PATCH'].includes(method) ? { body: south } : {}
        assert.equal((await other.call(method, path, options)).status, 403)
      }
    }
    assert.isNull((await Sender.findOrFail(body.id)).retiredAt)
  })
})
