import { zoneOptions } from '#core/time_zones'
import { changeCompany } from '#settings/change_company'
import CompanySettings from '#settings/models/company_settings'
import { REMINDER_UNITS, reminderRows } from '#settings/reminder_rows'
import { companyValidator } from '#settings/validators/company_validator'
import AdministrationPolicy from '#users/policies/administration_policy'
import type { HttpContext } from '@adonisjs/core/http'

export default class CompaniesController {
  async edit({ bouncer, session, view }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const settings = await CompanySettings.current()
    return view.render('settings/company/edit', {
      settings,
      zones: zoneOptions(settings.timeZone),
      reminders: session.flashMessages.get('reminders') ?? reminderRows(settings.reminderOffsets),
      units: REMINDER_UNITS,
    })
  }

  async update({ bouncer, request, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const { reminders, ...fields } = request.body()
    const typed = [reminders ?? []].flat().filter((row) => row?.amount)
    const input = await request.validateUsing(companyValidator, {
      data: { ...fields, reminders: typed },
    })
    session.flash('success', saved(await changeCompany(input)))
    return response.redirect().toRoute('settings.company')
  }
}

function saved(rearmed: number) {
  if (rearmed === 0) return 'Configurações salvas.'
  return rearmed === 1
    ? 'Configurações salvas. O lembrete de 1 entrevista já marcada mudou junto.'
    : `Configurações salvas. Os lembretes de ${rearmed} entrevistas já marcadas mudaram junto.`
}
