import JobOpening from '#interviews/models/job_opening'
import AdministrationPolicy from '#users/policies/administration_policy'
import type { HttpContext } from '@adonisjs/core/http'

/** A closed opening keeps its interviews but is no longer offered. */
export default class ClosuresController {
  async store({ bouncer, params, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const opening = await JobOpening.findOrFail(params.id)
    await opening.close()
    session.flash('success', `Vaga “${opening.title}” encerrada. As entrevistas dela continuam.`)
    return response.redirect().toRoute('settings.job_openings')
  }

  async destroy({ bouncer, params, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const opening = await JobOpening.findOrFail(params.id)
    await opening.reopen()
    session.flash('success', `Vaga “${opening.title}” reaberta.`)
    return response.redirect().toRoute('settings.job_openings')
  }
}
