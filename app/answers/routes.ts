import { unlisted } from '#answers/unlisted'
import { rowIdParam } from '#core/row_id'
import { controllers } from '#generated/controllers'
import { memberPage, page } from '#start/kernel'
import { candidateLinkLimiter } from '#start/limiter'
import router from '@adonisjs/core/services/router'

const { answers } = controllers

/** Without an account: the signed token says who looks. */
router
  .group(() => {
    router.get('/', [answers.Links, 'show']).as('links.show')
    router.post('/moves', [answers.Moves, 'store']).as('moves.store')
    router.post('/wishes', [answers.Wishes, 'store']).as('wishes.store')
    router.get('/entrevista.ics', [answers.CalendarFiles, 'show']).as('calendar_files.show')
  })
  .prefix('/r/:token')
  .where('token', /^[\w.-]{1,500}$/)
  .as('answers')
  .use([candidateLinkLimiter, unlisted, ...page()])

router
  .group(() => {
    router.post('/answers/:id/sight', [answers.Sights, 'store']).as('sights.store')
    router
      .post('/interviews/:id/move_permission', [answers.MovePermissions, 'store'])
      .as('move_permissions.store')
    router
      .delete('/interviews/:id/move_permission', [answers.MovePermissions, 'destroy'])
      .as('move_permissions.destroy')
  })
  .where('id', rowIdParam)
  .use(memberPage())
