import { memberPage } from '#start/kernel'
import { controllers } from '#generated/controllers'
import router from '@adonisjs/core/services/router'

const { reports } = controllers

router
  .group(() => {
    router.get('/', [reports.Today, 'show']).as('home')
    router.get('/queue', [reports.SendQueues, 'show']).as('queue')
    router.get('/messages/unconfirmed', [reports.UnconfirmedMessages, 'index']).as('unconfirmed')
  })
  .use(memberPage())
