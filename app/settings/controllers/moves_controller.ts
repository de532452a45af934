import CompanySettings from '#settings/models/company_settings'
import { weekDays, windowsOf } from '#settings/week_rows'
import { movesValidator } from '#settings/validators/moves_validator'
import AdministrationPolicy from '#users/policies/administration_policy'
import type { HttpContext } from '@adonisjs/core/http'

/** When candidates may choose another date by themselves. */
export default class MovesController {
  async edit({ bouncer, view }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const settings = await CompanySettings.current()
    return view.render('settings/moves/edit', { settings, days: weekDays(settings.moveWindows) })
  }

  async update({ bouncer, request, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const input = await request.validateUsing(movesValidator)
    const settings = await CompanySettings.current()
    await settings
      .merge({
        moveWindows: windowsOf(input.windows),
        moveLeadHours: input.move_lead_hours,
        moveHorizonDays: input.move_horizon_days,
      })
      .save()
    session.flash('success', 'Horários salvos.')
    return response.redirect().toRoute('settings.moves')
  }
}
