import { rowIdParam } from '#core/row_id'
import { memberPage, middleware, page } from '#start/kernel'
import { controllers } from '#generated/controllers'
import router from '@adonisjs/core/services/router'

const { users } = controllers

router
  .group(() => {
    router.get('/session', [users.Sessions, 'create']).as('session.create').use(middleware.guest())
    router.post('/session', [users.Sessions, 'store']).as('session.store')
    router.delete('/session', [users.Sessions, 'destroy']).as('session.destroy')
  })
  .use(page())

router
  .group(() => {
    router.get('/account', [users.Accounts, 'edit']).as('account.edit')
    router.put('/account', [users.Accounts, 'update']).as('account.update')
    router.put('/account/password', [users.Passwords, 'update']).as('account.password.update')
  })
  .use(memberPage())

router
  .group(() => {
    router.get('/', [users.Settings, 'show']).as('show')
    router.get('/tokens', [users.AccessTokens, 'index']).as('tokens')
    router.post('/tokens', [users.AccessTokens, 'store']).as('tokens.store')
    router.delete('/tokens/:id', [users.AccessTokens, 'destroy']).as('tokens.destroy')

    router.get('/people', [users.People, 'index']).as('people')
    router.get('/people/create', [users.People, 'create']).as('people.create')
    router.post('/people', [users.People, 'store']).as('people.store')
    router.get('/people/:id/edit', [users.People, 'edit']).as('people.edit')
    router.put('/people/:id', [users.People, 'update']).as('people.update')
    router
      .post('/people/:id/temporary_password', [users.TemporaryPasswords, 'store'])
      .as('people.temporary_password')
    router.post('/people/:id/deactivation', [users.Deactivations, 'store']).as('people.deactivate')
    router
      .delete('/people/:id/deactivation', [users.Deactivations, 'destroy'])
      .as('people.reactivate')
  })
  .prefix('/settings')
  .as('settings')
  .where('id', rowIdParam)
  .use(memberPage())
