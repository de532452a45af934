import { aUser } from '#tests/scene'
import User from '#users/models/user'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'

const CHANGE = {
  current_password: 'segredo-de-teste',
  password: 'uma frase nova',
  password_confirmation: 'uma frase nova',
}

test.group("One's own account", (group) => {
  group.each.setup(() => testUtils.db().truncate())

  test('the name can be changed, the role cannot', async ({ client, assert }) => {
    const user = await aUser('agent')
    await client
      .put('/account')
      .loginAs(user)
      .withCsrfToken()
      .form({ full_name: '  Rita   Nova ', role: 'admin' })
      .redirects(0)
    await user.refresh()
    assert.deepInclude(user.toJSON(), { fullName: 'Rita Nova', role: 'agent' })
  })

  test('a new password needs the current one', async ({ client, assert }) => {
    const user = await aUser()
    const response = await client
      .put('/account/password')
      .loginAs(user)
      .withCsrfToken()
      .form({ ...CHANGE, current_password: 'errada' })
      .redirects(0)
    assert.deepEqual(response.flashMessage('inputErrorsBag'), {
      current_password: ['A senha atual não confere.'],
    })
    assert.isUndefined(response.flashMessage('current_password'))
    await User.verifyCredentials(user.email, CHANGE.current_password)
  })

  test('both times must be the same', async ({ client, assert }) => {
    const response = await client
      .put('/account/password')
      .loginAs(await aUser())
      .withCsrfToken()
      .form({ ...CHANGE, password_confirmation: 'outra frase' })
      .redirects(0)
    assert.deepEqual(response.flashMessage('inputErrorsBag'), {
      password_confirmation: ['Confira a confirmação da senha: as duas vezes precisam ser iguais.'],
    })
  })

  test('the session that changes the password stays, with the new one', async ({
    client,
    assert,
  }) => {
    const user = await aUser()
    const response = await client
      .put('/account/password')
      .loginAs(user)
      .withSession({ credential_mark: user.credentialMark })
      .withCsrfToken()
      .form(CHANGE)
      .redirects(0)
    await User.verifyCredentials(user.email, CHANGE.password)
    await user.refresh()
    assert.equal(response.session('credential_mark'), user.credentialMark)
  })
})
