import { memberPage, middleware, page } from '#start/kernel'
import { controllers } from '#generated/controllers'
import router from '@adonisjs/core/services/router'

router
  .group(() => {
    router
      .get('/session', [controllers.users.Sessions, 'create'])
      .as('session.create')
      .use(middleware.guest())
    router.post('/session', [controllers.users.Sessions, 'store']).as('session.store')
    router.delete('/session', [controllers.users.Sessions, 'destroy']).as('session.destroy')
  })
  .use(page())

router
  .get('/', ({ view }) => view.render('home'))
  .as('home')
  .use(memberPage())
