import { rowIdParam } from '#core/row_id'
import { page, middleware } from '#start/kernel'
import { controllers } from '#generated/controllers'
import router from '@adonisjs/core/services/router'

const api = controllers.api.v1

function tokenRoutes() {
  router.post('tokens', [api.Tokens, 'store'])
  router.delete('tokens/current', [api.Tokens, 'destroy']).use(middleware.apiAuth())
}

function contactRoutes() {
  router.get('contacts', [api.Contacts, 'index'])
  router.post('contacts', [api.Contacts, 'store'])
  router.get('contacts/:id', [api.Contacts, 'show'])
  router.patch('contacts/:id', [api.Contacts, 'update'])
  router.delete('contacts/:id', [api.Contacts, 'destroy'])
  router.get('contacts/:id/consent', [api.Consents, 'show'])
  router.put('contacts/:id/consent', [api.Consents, 'update'])
}

function interviewRoutes() {
  router.get('interviews', [api.Interviews, 'index'])
  router.post('interviews', [api.Interviews, 'store'])
  router.post('interviews/bulk', [api.InterviewBatches, 'store'])
  router.get('interviews/:id', [api.Interviews, 'show'])
  router.patch('interviews/:id', [api.Interviews, 'update'])
  router.post('interviews/:id/cancellation', [api.Cancellations, 'store'])
  router.post('interviews/:id/confirmation', [api.Confirmations, 'store'])
  router.post('interviews/:id/completion', [api.Completions, 'store'])
  router.post('interviews/:id/no_show', [api.NoShows, 'store'])
  router.get('interviews/:id/timeline', [api.Timelines, 'show'])
}

function messageRoutes() {
  router.get('messages', [api.Messages, 'index'])
  router.get('messages/:id', [api.Messages, 'show'])
  router.post('messages/:id/resend', [api.Resends, 'store'])
  router.post('messages/:id/mark_as_sent', [api.SentMarks, 'store'])
}

function senderRoutes() {
  router.get('senders', [api.Senders, 'index'])
  router.post('senders', [api.Senders, 'store'])
  router.get('senders/:id', [api.Senders, 'show'])
  router.patch('senders/:id', [api.Senders, 'update'])
  router.delete('senders/:id', [api.Senders, 'destroy'])
}

function conversationRoutes() {
  router.get('conversations', [api.Conversations, 'index'])
  router.get('conversations/:id', [api.Conversations, 'show'])
  router.get('conversations/:id/messages', [api.ConversationMessages, 'index'])
  router.post('conversations/:id/messages', [api.ConversationMessages, 'store'])
  router.put('conversations/:id/assignee', [api.ConversationAssignees, 'update'])
  router.put('conversations/:id/status', [api.ConversationStatuses, 'update'])
  router.get('conversations/:id/notes', [api.Notes, 'index'])
  router.post('conversations/:id/notes', [api.Notes, 'store'])
  router.get('teams', [api.Teams, 'index'])
}

function recruitingRoutes() {
  contactRoutes()
  interviewRoutes()
  messageRoutes()
}

router
  .group(() => {
    router.get('openapi.json', [api.OpenapiDocuments, 'show'])
    tokenRoutes()
    router
      .group(conversationRoutes)
      .where('id', rowIdParam)
      .use([middleware.apiAuth(), middleware.idempotency()])
    router
      .group(recruitingRoutes)
      .where('id', rowIdParam)
      .use([middleware.apiAuth(), middleware.recruiting(), middleware.idempotency()])
    router
      .group(senderRoutes)
      .where('id', rowIdParam)
      .use([middleware.apiAuth(), middleware.administration(), middleware.idempotency()])
  })
  .prefix('/api/v1')
  .as('api.v1')

router.get('/api/docs', [api.Documentation, 'show']).as('api.docs').use(page())
