import { backendsBySender } from '#replies/backend_page'
import CompanySettings from '#settings/models/company_settings'
import { weekDays } from '#settings/week_rows'
import AdministrationPolicy from '#users/policies/administration_policy'
import type { HttpContext } from '@adonisjs/core/http'

/** What is answered without anybody, and when. */
export default class AutomaticRepliesController {
  async edit({ bouncer, view }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const settings = await CompanySettings.current()
    return view.render('settings/replies/edit', {
      settings,
      days: weekDays(settings.attendance),
      backends: await backendsBySender(),
    })
  }
}
