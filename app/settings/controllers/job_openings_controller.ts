import JobOpening from '#interviews/models/job_opening'
import Round from '#interviews/models/round'
import { jobOpeningValidator } from '#settings/validators/job_opening_validator'
import AdministrationPolicy from '#users/policies/administration_policy'
import type { HttpContext } from '@adonisjs/core/http'

export default class JobOpeningsController {
  async index({ bouncer, view }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    return view.render('settings/job_openings/index', {
      open: await JobOpening.query().withScopes((scopes) => scopes.open()),
      closed: await JobOpening.query().whereNotNull('closed_at').orderBy('title'),
      rounds: await Round.query().orderBy('position').orderBy('id'),
    })
  }

  async store({ bouncer, request, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const input = await request.validateUsing(jobOpeningValidator, { meta: {} })
    const opening = await JobOpening.create(input)
    session.flash('success', `A vaga “${opening.title}” já pode ser escolhida ao agendar.`)
    return response.redirect().toRoute('settings.job_openings')
  }

  async update({ bouncer, params, request, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const opening = await JobOpening.findOrFail(params.id)
    const input = await request.validateUsing(jobOpeningValidator, { meta: { id: opening.id } })
    await opening.merge(input).save()
    session.flash('success', 'Vaga renomeada.')
    return response.redirect().toRoute('settings.job_openings')
  }
}
