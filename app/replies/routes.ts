import { memberPage } from '#start/kernel'
import { controllers } from '#generated/controllers'
import router from '@adonisjs/core/services/router'

const { replies } = controllers

router
  .group(() => {
    router.get('/', [replies.AutomaticReplies, 'edit']).as('replies')
    router.put('/attendance', [replies.Attendances, 'update']).as('replies.attendance')
    router.put('/:sender/backend', [replies.Backends, 'update']).as('replies.backend')
    router.post('/:sender/trials', [replies.Trials, 'store']).as('replies.try')
  })
  .prefix('/settings/replies')
  .as('settings')
  .use(memberPage())
