import { aUser } from '#tests/scene'
import User from '#users/models/user'
import limiter from '@adonisjs/limiter/services/main'
import testUtils from '@adonisjs/core/services/test_utils'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'

const WRONG = 'E-mail ou senha não conferem. Confira e tente de novo.'
const PASSWORD = 'segredo-de-teste'

const signIn = (client: ApiClient, email: string, password: string) =>
  client.post('/session').withCsrfToken().form({ email, password }).redirects(0)

test.group('Signing in', (group) => {
  group.each.setup(() => testUtils.db().truncate())
  group.each.setup(() => limiter.clear())

  test('the right password opens the house', async ({ client }) => {
    const user = await aUser()
    const response = await signIn(client, user.email.toUpperCase(), PASSWORD)
    response.assertHeader('location', '/')
    response.assertSession('auth_web', user.id)
  })

  test('one arrives where one wanted to go', async ({ client }) => {
    const user = await aUser()
    const stranger = await client.get('/settings/tokens?x=1').redirects(0)
    stranger.assertHeader('location', '/session')
    stranger.assertSession('intended_url', '/settings/tokens?x=1')

    const response = await client
      .post('/session')
      .withSession({ intended_url: '/settings/tokens?x=1' })
      .withCsrfToken()
      .form({ email: user.email, password: PASSWORD })
      .redirects(0)
    response.assertHeader('location', '/settings/tokens?x=1')
  })

  test('an unknown account and a wrong password are told the same', async ({ client }) => {
    const user = await aUser()
    for (const email of [user.email, 'ninguem@demo.convoca.test']) {
      const response = await signIn(client, email, 'errada')
      response.assertFlashMessage('errorsBag', { wrong_credentials: WRONG })
      response.assertSessionMissing('auth_web')
    }
  })

  test('the e-mail comes back to the form, the password does not', async ({ client, assert }) => {
    const response = await signIn(client, 'rita@demo.convoca.test', 'errada')
    assert.equal(response.flashMessage('email'), 'rita@demo.convoca.test')
    assert.isUndefined(response.flashMessage('password'))
  })

  test('empty fields are named in Portuguese', async ({ client }) => {
    const response = await signIn(client, '', '')
    response.assertFlashMessage('inputErrorsBag', {
      email: ['Informe o e-mail.'],
      password: ['Informe a senha.'],
    })
  })

  test('after five wrong passwords even the right one must wait, for that account only', async ({
    client,
  }) => {
    const user = await aUser()
    const other = await aUser('admin')
    for (let time = 0; time < 5; time++) await signIn(client, user.email, 'errada')

    const response = await signIn(client, user.email, PASSWORD)
    response.assertSessionMissing('auth_web')
    response.assertFlashMessage('errorsBag', {
      too_many_attempts:
        'Foram muitas tentativas. Por segurança, espere 15 minutos e tente de novo.',
    })

    const neighbour = await signIn(client, other.email, PASSWORD)
    neighbour.assertSession('auth_web', other.id)
  })

  test('a right password forgets the wrong ones before it', async ({ client }) => {
    const user = await aUser()
    for (let time = 0; time < 4; time++) await signIn(client, user.email, 'errada')
    await signIn(client, user.email, PASSWORD)
    await signIn(client, user.email, 'errada')
    const response = await signIn(client, user.email, PASSWORD)
    response.assertSession('auth_web', user.id)
  })

  test('an address of 254 characters is limited like any other', async ({ client }) => {
    const email = `${'a'.repeat(240)}@demo.test`
    for (let time = 0; time < 5; time++) await signIn(client, email, 'errada')
    const response = await signIn(client, email, 'errada')
    response.assertFlashMessage('errorsBag', {
      too_many_attempts:
        'Foram muitas tentativas. Por segurança, espere 15 minutos e tente de novo.',
    })
  })

  test('a deactivated account is told what a stranger is told', async ({ client }) => {
    const user = await aUser()
    await user.deactivate({ by: await aUser('admin') })
    const response = await signIn(client, user.email, PASSWORD)
    response.assertFlashMessage('errorsBag', { wrong_credentials: WRONG })
  })

  test('an account deactivated meanwhile is signed out', async ({ client }) => {
    const user = await aUser()
    await user.deactivate({ by: await aUser('admin') })
    const response = await client.get('/account').loginAs(user).redirects(0)
    response.assertHeader('location', '/session')
  })

  test('a session opened with an older password is closed', async ({ client }) => {
    const user = await aUser()
    const session = { credential_mark: user.credentialMark }
    const before = await client.get('/account').loginAs(user).withSession(session)
    before.assertStatus(200)

    const sameUser = await User.findOrFail(user.id)
    await sameUser.changePassword('outra-senha-de-teste')
    const after = await client.get('/account').loginAs(user).withSession(session).redirects(0)
    after.assertHeader('location', '/session')
  })

  test('signing out closes the session', async ({ client }) => {
    const response = await client
      .delete('/session')
      .loginAs(await aUser())
      .withCsrfToken()
      .redirects(0)
    response.assertHeader('location', '/session')
    response.assertSessionMissing('auth_web')
  })

  test('what was typed when the session ran out is there after signing in', async ({
    client,
    assert,
  }) => {
    const admin = await aUser('admin')
    const path = '/settings/people/create'
    const expired = await client
      .post('/settings/people')
      .header('referer', path)
      .form({ full_name: 'Bruno Fictício', password: 'uma frase comprida' })
      .redirects(0)
    expired.assertHeader('location', path)

    const flashed = expired.flashMessages()
    const stranger = await client.get(path).withFlashMessages(flashed).redirects(0)
    assert.deepInclude(stranger.session('typed'), { full_name: 'Bruno Fictício' })
    assert.notProperty(stranger.session('typed'), 'password')

    const signedIn = await client
      .post('/session')
      .withSession({ typed: stranger.session('typed') })
      .withCsrfToken()
      .form({ email: admin.email, password: PASSWORD })
      .redirects(0)
    assert.equal(signedIn.flashMessage('full_name'), 'Bruno Fictício')
  })

  test('a form without its token is refused and says what to do', async ({ client, assert }) => {
    const response = await client.post('/session').form({ email: 'a@b.test' }).redirects(0)
    assert.match(JSON.stringify(response.flashMessage('errorsBag')), /aberta por muito tempo/)
  })
})
