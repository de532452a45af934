import { latestTestMessages } from '#messages/test_message'
import { currentSender } from '#settings/sender'
import CompanySettings from '#settings/models/company_settings'
import AdministrationPolicy from '#users/policies/administration_policy'
import type { HttpContext } from '@adonisjs/core/http'

export default class NumbersController {
  async index({ bouncer, view }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    return view.render('settings/numbers/index', {
      sender: currentSender(),
      tests: await latestTestMessages(),
      timeZone: (await CompanySettings.current()).timeZone,
    })
  }
}
