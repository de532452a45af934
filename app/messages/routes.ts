import { rowIdParam } from '#core/row_id'
import { memberPage } from '#start/kernel'
import { controllers } from '#generated/controllers'
import router from '@adonisjs/core/services/router'

const { messages } = controllers

router
  .group(() => {
    router.post('/resend', [messages.Resends, 'store']).as('resends.store')
    router.post('/mark_as_sent', [messages.SentMarks, 'store']).as('sent_marks.store')
  })
  .prefix('/messages/:id')
  .where('id', rowIdParam)
  .use(memberPage())

router
  .group(() => {
    router.post('/pause', [messages.Pauses, 'store']).as('pause')
    router.delete('/pause', [messages.Pauses, 'destroy']).as('resume')
    router.put('/limit', [messages.SenderLimits, 'update']).as('limit')
  })
  .prefix('/senders/:id')
  .as('senders')
  .where('id', rowIdParam)
  .use(memberPage())
