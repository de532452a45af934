import Round from '#interviews/models/round'
import { roundValidator } from '#settings/validators/job_opening_validator'
import AdministrationPolicy from '#users/policies/administration_policy'
import type { HttpContext } from '@adonisjs/core/http'

export default class RoundsController {
  async store({ bouncer, request, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const { name } = await request.validateUsing(roundValidator, { meta: {} })
    await Round.append(name)
    session.flash('success', `Etapa “${name}” criada.`)
    return response.redirect().toRoute('settings.job_openings')
  }

  async update({ bouncer, params, request, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const round = await Round.findOrFail(params.id)
    const input = await request.validateUsing(roundValidator, { meta: { id: round.id } })
    await round.merge(input).save()
    session.flash('success', 'Etapa renomeada.')
    return response.redirect().toRoute('settings.job_openings')
  }
}
