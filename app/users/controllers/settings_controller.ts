import AdministrationPolicy from '#users/policies/administration_policy'
import type { HttpContext } from '@adonisjs/core/http'

/**
 * The hall of Configurações.
 */
export default class SettingsController {
  async show({ bouncer, view }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    return view.render('settings/show')
  }
}
