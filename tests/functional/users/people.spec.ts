import { aUser } from '#tests/scene'
import User from '#users/models/user'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'

const PERSON = {
  full_name: 'Bruno Fictício',
  email: 'bruno@demo.convoca.test',
  role: 'recruiter',
  password: 'uma frase comprida',
}

test.group('People and roles', (group) => {
  group.each.setup(() => testUtils.db().truncate())

  test('only admins come in', async ({ client }) => {
    for (const role of ['recruiter', 'agent'] as const) {
      const user = await aUser(role)
      for (const path of ['/settings', '/settings/people', '/settings/people/create']) {
        const response = await client.get(path).loginAs(user)
        response.assertStatus(403)
        response.assertTextIncludes('Esta porta não abre para você')
      }
    }
  })

  test('nobody else can create, promote or deactivate', async ({ client, assert }) => {
    const recruiter = await aUser('recruiter')
    const admin = await aUser('admin')
    const forbidden = [
      client.post('/settings/people').form(PERSON),
      client.put(`/settings/people/${recruiter.id}`).form({ ...PERSON, role: 'admin' }),
      client.post(`/settings/people/${admin.id}/deactivation`),
      client.post(`/settings/people/${admin.id}/temporary_password`).form(PERSON),
    ]
    for (const request of forbidden) {
      const response = await request.loginAs(recruiter).withCsrfToken().redirects(0)
      assert.property(response.flashMessage('errorsBag'), 'forbidden')
    }
    assert.lengthOf(await User.query().where('role', 'admin'), 1)
    await admin.refresh()
    assert.isTrue(admin.isActive)
  })

  test('a created person can sign in with the password given', async ({ client, assert }) => {
    const response = await client
      .post('/settings/people')
      .loginAs(await aUser('admin'))
      .withCsrfToken()
      .form({ ...PERSON, email: ' Bruno@Demo.convoca.test ' })
      .redirects(0)
    response.assertHeader('location', '/settings/people')
    const person = await User.verifyCredentials(PERSON.email, PERSON.password)
    assert.deepInclude(person.toJSON(), { fullName: PERSON.full_name, role: 'recruiter' })
  })

  test('without a password one is made up and shown once', async ({ client, assert }) => {
    const response = await client
      .post('/settings/people')
      .loginAs(await aUser('admin'))
      .withCsrfToken()
      .form({ ...PERSON, password: '' })
      .redirects(0)
    const { value } = response.flashMessage('secret') as { value: string }
    assert.match(value, /^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
    await User.verifyCredentials(PERSON.email, value)
  })

  test('what is wrong is said at the field, and nothing is saved', async ({ client, assert }) => {
    const admin = await aUser('admin')
    const response = await client
      .post('/settings/people')
      .loginAs(admin)
      .withCsrfToken()
      .form({ full_name: 'B', email: admin.email, role: 'king', password: 'curta' })
      .redirects(0)
    response.assertFlashMessage('inputErrorsBag', {
      full_name: ['Confira o nome: use ao menos 2 caracteres.'],
      email: ['Já existe alguém com este e-mail.'],
      role: ['Confira o papel: escolha uma das opções.'],
      password: ['Confira a senha: use ao menos 10 caracteres.'],
    })
    assert.lengthOf(await User.all(), 1)
  })

  test('names arrive as typed, on the page too', async ({ client, assert }) => {
    const admin = await aUser('admin')
    const fullName = '<b>Zoë</b> {{ 1 + 1 }} 🌻 שלום'
    await client
      .post('/settings/people')
      .loginAs(admin)
      .withCsrfToken()
      .form({ ...PERSON, full_name: fullName })
    const person = await User.findByOrFail('email', PERSON.email)
    assert.equal(person.fullName, fullName)

    const page = await client.get('/settings/people').loginAs(admin)
    page.assertTextIncludes('&lt;b&gt;Zoë&lt;/b&gt; {{ 1 + 1 }} 🌻 שלום')
  })

  test('an edited person keeps the e-mail without being in their own way', async ({
    client,
    assert,
  }) => {
    const person = await aUser('agent')
    const response = await client
      .put(`/settings/people/${person.id}`)
      .loginAs(await aUser('admin'))
      .withCsrfToken()
      .form({ full_name: 'Nome Novo', email: person.email, role: 'recruiter' })
      .redirects(0)
    response.assertHeader('location', '/settings/people')
    await person.refresh()
    assert.deepInclude(person.toJSON(), { fullName: 'Nome Novo', role: 'recruiter' })
  })

  test('a temporary password replaces the forgotten one', async ({ client, assert }) => {
    const person = await aUser('agent')
    const response = await client
      .post(`/settings/people/${person.id}/temporary_password`)
      .loginAs(await aUser('admin'))
      .withCsrfToken()
      .redirects(0)
    const { value } = response.flashMessage('secret') as { value: string }
    await User.verifyCredentials(person.email, value)
    await assert.rejects(() => User.verifyCredentials(person.email, 'segredo-de-teste'))
  })

  test('a deactivated person loses their tokens and can come back', async ({ client, assert }) => {
    const admin = await aUser('admin')
    const person = await aUser('agent')
    await User.accessTokens.create(person)

    const path = `/settings/people/${person.id}/deactivation`
    await client.post(path).loginAs(admin).withCsrfToken().redirects(0)
    await person.refresh()
    assert.isFalse(person.isActive)
    assert.lengthOf(await User.accessTokens.all(person), 0)

    await client.delete(path).loginAs(admin).withCsrfToken().redirects(0)
    await person.refresh()
    assert.isTrue(person.isActive)
  })

  test('one can neither deactivate nor demote oneself', async ({ client, assert }) => {
    const admin = await aUser('admin')
    await aUser('admin', { email: 'outra@demo.convoca.test' })

    const deactivation = await client
      .post(`/settings/people/${admin.id}/deactivation`)
      .loginAs(admin)
      .withCsrfToken()
      .redirects(0)
    assert.property(deactivation.flashMessage('errorsBag'), 'own_account')

    const demotion = await client
      .put(`/settings/people/${admin.id}`)
      .loginAs(admin)
      .withCsrfToken()
      .form({ full_name: admin.fullName, email: admin.email, role: 'agent' })
      .redirects(0)
    assert.property(demotion.flashMessage('errorsBag'), 'own_account')

    await admin.refresh()
    assert.isTrue(admin.isActive && admin.isAdmin)
  })

  test('somebody must remain to administer', async ({ assert }) => {
    const last = await aUser('admin')
    const former = await aUser('admin', { email: 'outra@demo.convoca.test', deactivatedAt: null })
    await former.deactivate({ by: last })

    await assert.rejects(() => last.deactivate({ by: former }), /reste ao menos uma pessoa/)
    const profile = { fullName: 'X Y', email: last.email, role: 'agent' as const }
    await assert.rejects(() => last.updateProfile(profile, { by: former }), /reste ao menos uma/)
    await last.refresh()
    assert.isTrue(last.isAdmin && last.isActive)
  })

  test('two admins who deactivate each other at once do not both succeed', async ({ assert }) => {
    const one = await aUser('admin')
    const two = await aUser('admin', { email: 'outra@demo.convoca.test' })
    await Promise.allSettled([one.deactivate({ by: two }), two.deactivate({ by: one })])
    assert.lengthOf(await User.administrators(), 1)
  })

  test('a person who does not exist is not found', async ({ client }) => {
    const response = await client.get('/settings/people/999/edit').loginAs(await aUser('admin'))
    response.assertStatus(404)
  })
})
