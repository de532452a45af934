import { rowIdParam } from '#core/row_id'
import { memberPage } from '#start/kernel'
import { controllers } from '#generated/controllers'
import router from '@adonisjs/core/services/router'

const { interviews, notifications } = controllers

router
  .group(() => {
    router.get('/interviews', [interviews.Interviews, 'index']).as('interviews.index')
    router.get('/interviews/export', [interviews.Exports, 'show']).as('interviews.export')
    router.get('/interviews/new', [interviews.Interviews, 'create']).as('interviews.create')
    router.get('/interviews/candidates', [interviews.Candidates, 'index']).as('candidates.index')
    router.post('/interviews/conflicts', [interviews.Conflicts, 'create']).as('conflicts.create')
    router
      .post('/interviews/preview', [notifications.BookingPreviews, 'create'])
      .as('booking_previews.create')
    router.post('/interviews', [interviews.Interviews, 'store']).as('interviews.store')

    router.get('/interviews/calendar', [interviews.Calendar, 'show']).as('calendar.show')
    router
      .get('/interviews/calendar/events', [interviews.CalendarEvents, 'index'])
      .as('calendar.events')
  })
  .use(memberPage())

router
  .group(() => {
    router.get('/', [interviews.Interviews, 'show']).as('interviews.show')
    router.get('/edit', [interviews.Interviews, 'edit']).as('interviews.edit')
    router.patch('/', [interviews.Interviews, 'update']).as('interviews.update')
    router.post('/cancellation', [interviews.Cancellations, 'store']).as('cancellations.store')
    router.post('/confirmation', [interviews.Confirmations, 'store']).as('confirmations.store')
    router.post('/completion', [interviews.Completions, 'store']).as('completions.store')
    router.post('/no_show', [interviews.NoShows, 'store']).as('no_shows.store')
  })
  .prefix('/interviews/:id')
  .where('id', rowIdParam)
  .use(memberPage())
