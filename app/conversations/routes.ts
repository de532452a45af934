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
    router
      .post('/:id/messages/:message_id/reaction', [conversations.Reactions, 'store'])
      .as('react')
    router.post('/:id/places', [conversations.Places, 'store']).as('place')
    router.post('/:id/contact_cards', [conversations.ContactCards, 'store']).as('card')
    router.post('/:id/templates', [conversations.Templates, 'store']).as('template')
    router.post('/:id/preview', [conversations.Templates, 'preview']).as('preview')
    router.put('/:id/assignee', [conversations.Assignees, 'update']).as('assign')
    router.put('/:id/team', [conversations.TeamAssignments, 'update']).as('assign_team')
    router.post('/:id/notes', [conversations.Notes, 'store']).as('notes.store')
    router.post('/:id/presence', [conversations.Presences, 'store']).as('presence')
    router
      .post('/:id/scheduled_messages', [conversations.ScheduledMessages, 'store'])
      .as('schedule')
    router
      .delete('/:id/scheduled_messages/:message_id', [conversations.ScheduledMessages, 'destroy'])
      .as('unschedule')
    router
      .post('/:id/scheduled_messages/:message_id/departure', [conversations.Departures, 'store'])
      .as('send_now')
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

router
  .group(() => {
    router.get('/quick_replies', [conversations.QuickReplies, 'index']).as('quick_replies')
    router.post('/quick_replies', [conversations.QuickReplies, 'store']).as('quick_replies.store')
    router
      .get('/quick_replies/:id/edit', [conversations.QuickReplies, 'edit'])
      .as('quick_replies.edit')
    router
      .patch('/quick_replies/:id', [conversations.QuickReplies, 'update'])
      .as('quick_replies.update')
    router
      .delete('/quick_replies/:id', [conversations.QuickReplies, 'destroy'])
      .as('quick_replies.destroy')

    router.get('/teams', [conversations.Teams, 'index']).as('teams')
    router.post('/teams', [conversations.Teams, 'store']).as('teams.store')
    router.get('/teams/:id/edit', [conversations.Teams, 'edit']).as('teams.edit')
    router.patch('/teams/:id', [conversations.Teams, 'update']).as('teams.update')
    router.delete('/teams/:id', [conversations.Teams, 'destroy']).as('teams.destroy')
  })
  .prefix('/settings')
  .as('settings')
  .where('id', rowIdParam)
  .use(memberPage())
