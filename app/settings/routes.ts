import { rowIdParam } from '#core/row_id'
import { memberPage } from '#start/kernel'
import { controllers } from '#generated/controllers'
import router from '@adonisjs/core/services/router'

const { settings } = controllers

router
  .group(() => {
    router.get('/company', [settings.Companies, 'edit']).as('company')
    router.put('/company', [settings.Companies, 'update']).as('company.update')

    router.get('/moves', [settings.Moves, 'edit']).as('moves')
    router.put('/moves', [settings.Moves, 'update']).as('moves.update')

    router.get('/job_openings', [settings.JobOpenings, 'index']).as('job_openings')
    router.post('/job_openings', [settings.JobOpenings, 'store']).as('job_openings.store')
    router.patch('/job_openings/:id', [settings.JobOpenings, 'update']).as('job_openings.update')
    router.post('/job_openings/:id/closure', [settings.Closures, 'store']).as('job_openings.close')
    router
      .delete('/job_openings/:id/closure', [settings.Closures, 'destroy'])
      .as('job_openings.reopen')

    router.post('/rounds', [settings.Rounds, 'store']).as('rounds.store')
    router.patch('/rounds/:id', [settings.Rounds, 'update']).as('rounds.update')
    router.put('/rounds/:id/position', [settings.RoundPositions, 'update']).as('rounds.move')
  })
  .prefix('/settings')
  .as('settings')
  .where('id', rowIdParam)
  .use(memberPage())
