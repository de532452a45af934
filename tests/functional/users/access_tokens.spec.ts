import { aUser } from '#tests/scene'
import User from '#users/models/user'
import testUtils from '@adonisjs/core/services/test_utils'
import { Secret } from '@adonisjs/core/helpers'
import { test } from '@japa/runner'

test.group('Access tokens', (group) => {
  group.each.setup(() => testUtils.db().truncate())

  test('a token is shown once and works', async ({ client, assert }) => {
    const user = await aUser('agent')
    const response = await client
      .post('/settings/tokens')
      .loginAs(user)
      .withCsrfToken()
      .form({ name: 'ERP' })
      .redirects(0)
    const { value } = response.flashMessage('secret') as { value: string }
    assert.isTrue(value.startsWith('cvc_'))
    const token = await User.accessTokens.verify(new Secret(value))
    assert.equal(token?.tokenableId, user.id)

    const page = await client.get('/settings/tokens').loginAs(user)
    page.assertTextIncludes('ERP')
    assert.notInclude(page.text(), value)
  })

  test('a token needs a name', async ({ client, assert }) => {
    const user = await aUser()
    const response = await client
      .post('/settings/tokens')
      .loginAs(user)
      .withCsrfToken()
      .form({ name: '   ' })
      .redirects(0)
    assert.deepEqual(response.flashMessage('inputErrorsBag'), { name: ['Informe o nome.'] })
    assert.lengthOf(await User.accessTokens.all(user), 0)
  })

  test('a revoked token is gone', async ({ client, assert }) => {
    const user = await aUser()
    const token = await User.accessTokens.create(user)
    await client
      .delete(`/settings/tokens/${token.identifier}`)
      .loginAs(user)
      .withCsrfToken()
      .redirects(0)
    assert.isNull(await User.accessTokens.verify(token.value!))
  })

  test("nobody revokes another's", async ({ client, assert }) => {
    const token = await User.accessTokens.create(await aUser('agent'))
    await client
      .delete(`/settings/tokens/${token.identifier}`)
      .loginAs(await aUser('admin'))
      .withCsrfToken()
      .redirects(0)
    assert.isNotNull(await User.accessTokens.verify(token.value!))
  })
})
