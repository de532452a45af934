import { rowIdParam } from '#core/row_id'
import { memberPage } from '#start/kernel'
import { controllers } from '#generated/controllers'
import router from '@adonisjs/core/services/router'

const { senders } = controllers

router
  .group(() => {
    router.get('/numbers', [senders.Numbers, 'index']).as('numbers')
    router.get('/numbers/new', [senders.Numbers, 'create']).as('numbers.create')
    router.post('/numbers', [senders.Numbers, 'store']).as('numbers.store')
    router.get('/numbers/:id', [senders.Numbers, 'show']).as('numbers.show')
    router.put('/numbers/:id', [senders.Numbers, 'update']).as('numbers.update')
    router.get('/numbers/:id/check', [senders.NumberChecks, 'show']).as('numbers.check')
    router.post('/numbers/:id/test_messages', [senders.TestMessages, 'store']).as('numbers.test')
    router.post('/numbers/:id/default', [senders.DefaultSenders, 'store']).as('numbers.default')
    router.post('/numbers/:id/retirement', [senders.Retirements, 'store']).as('numbers.retire')
    router
      .delete('/numbers/:id/retirement', [senders.Retirements, 'destroy'])
      .as('numbers.reinstate')
  })
  .prefix('/settings')
  .as('settings')
  .where('id', rowIdParam)
  .use(memberPage())
