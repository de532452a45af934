import { Api, apiAs, basic } from '#tests/api_v1'
import { aUser, cleanScene } from '#tests/scene'
import { test } from '@japa/runner'

const anyone = new Api()
const password = 'segredo-de-teste'

test.group('API: who may enter', (group) => {
  group.each.setup(cleanScene)

  test('a token opens the API until it is revoked', async ({ assert }) => {
    const { email } = await aUser()
    const { status, body } = await anyone.post('/tokens', { email, password, name: 'ERP' })
    assert.equal(status, 201)
    assert.isAbove(Date.parse(body.expires_at), Date.now())

    const api = new Api(`Bearer ${body.token}`)
    assert.equal((await api.get('/interviews')).status, 200)
    assert.equal((await api.delete('/tokens/current')).status, 204)
    assert.equal((await api.get('/interviews')).status, 401)
  })

  test('e-mail and password open it too, by Basic', async ({ assert }) => {
    const { email } = await aUser()
    assert.equal((await basic(email, password).get('/interviews')).status, 200)
    assert.equal((await basic(email, password).delete('/tokens/current')).status, 204)
  })

  test('without credentials, or with bad ones, nothing opens', async ({ assert }) => {
    const { email } = await aUser()
    const strangers = [
      anyone,
      basic(email, 'errada'),
      new Api('Bearer cvc_x'),
      new Api('Basic %%%'),
    ]
    for (const stranger of strangers) {
      const { status, body, headers } = await stranger.get('/contacts')
      assert.equal(status, 401)
      assert.equal(body.type, '/problems/unauthorized')
      assert.include(headers.get('www-authenticate')!, 'Bearer')
    }
  })

  test('an unknown account and a wrong password are answered alike', async ({ assert }) => {
    const { email } = await aUser()
    const wrong = await anyone.post('/tokens', { email, password: 'errada' })
    const unknown = await anyone.post('/tokens', { email: 'ninguem@demo.convoca.test', password })
    assert.equal(wrong.status, 401)
    assert.deepEqual(wrong.body, unknown.body)
  })

  test('a deactivated account stays outside, whatever it shows', async ({ assert }) => {
    const admin = await aUser('admin')
    const user = await aUser()
    const { body } = await anyone.post('/tokens', { email: user.email, password })
    await user.deactivate({ by: admin })

    const again = await anyone.post('/tokens', { email: user.email, password })
    assert.equal(again.status, 401)
    assert.equal((await new Api(`Bearer ${body.token}`).get('/contacts')).status, 401)
    assert.equal((await basic(user.email, password).get('/contacts')).status, 401)
  })

  test('guessing a password is stopped, for tokens and for Basic alike', async ({ assert }) => {
    const { email } = await aUser()
    for (let i = 0; i < 5; i++) await basic(email, `palpite-${i}`).get('/contacts')

    const { status, headers } = await anyone.post('/tokens', { email, password })
    assert.equal(status, 429)
    assert.isAbove(Number(headers.get('retry-after')), 0)
    assert.equal((await basic(email, password).get('/contacts')).status, 429)
  })

  test('asking for a token without saying who names both fields', async ({ assert }) => {
    const { status, body } = await anyone.post('/tokens', {})
    assert.equal(status, 422)
    assert.deepEqual(
      body.errors.map(({ field }: any) => field),
      ['email', 'password']
    )
    assert.equal(body.errors[0].message, 'Informe o e-mail.')
  })

  test('who does not recruit sees neither interviews nor contacts', async ({ assert }) => {
    const agent = await apiAs('agent')
    for (const path of ['/interviews', '/contacts', '/messages', '/interviews/1/timeline']) {
      const { status, body } = await agent.get(path)
      assert.equal(status, 403)
      assert.equal(body.type, '/problems/forbidden')
    }
    assert.equal((await agent.post('/contacts', {})).status, 403)
  })
})
