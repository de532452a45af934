import Round from '#interviews/models/round'
import AdministrationPolicy from '#users/policies/administration_policy'
import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'

const moveValidator = vine.create({ direction: vine.enum(['up', 'down'] as const) })

export default class RoundPositionsController {
  async update({ bouncer, params, request, response }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const round = await Round.findOrFail(params.id)
    const { direction } = await request.validateUsing(moveValidator)
    await round.move(direction)
    return response.redirect().toRoute('settings.job_openings')
  }
}
