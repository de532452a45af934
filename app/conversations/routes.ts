import { rowIdParam } from '#core/row_id'
import { memberPage } from '#start/kernel'
import { controllers } from '#generated/controllers'
import router from '@adonisjs/core/services/router'

const { conversations } = controllers

router
  .group(() => {
    router.get('/', [conversations.Conversations, 'index']).as('index')
    router.post('/', [conversations.Conversations, 'store']).as('store')
    router.post('/batch', [conversations.Batches, 'store']).as('batch')
    router.get('/:id', [conversations.Conversations, 'show']).as('show')
    router.post('/:id/messages', [conversations.Replies, 'store']).as('reply')
    router.post('/:id/messages/:message_id/retry', [conversations.Retries, 'store']).as('retry')
    router.post('/:id/templates', [conversations.Templates, 'store']).as('template')
    router.post('/:id/preview', [conversations.Templates, 'preview']).as('preview')
    router.put('/:id/assignee', [conversations.Assignees, 'update']).as('assign')
    router.post('/:id/resolution', [conversations.Resolutions, 'store']).as('resolve')
    router.delete('/:id/resolution', [conversations.Resolutions, 'destroy']).as('reopen')
    router.post('/:id/snooze', [conversations.Snoozes, 'store']).as('snooze')
    router.delete('/:id/snooze', [conversations.Snoozes, 'destroy']).as('wake')
  })
  .prefix('/conversations')
  .as('conversations')
  .where('id', rowIdParam)
  .where('message_id', rowIdParam)
  .use(memberPage())
