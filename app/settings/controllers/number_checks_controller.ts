import AdministrationPolicy from '#users/policies/administration_policy'
import whatsapp from '#whatsapp/services/main'
import type { HttpContext } from '@adonisjs/core/http'

/** Asks the provider, which may take its time: a frame of *Números*, or a page of its own. */
export default class NumberChecksController {
  async show({ bouncer, view }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    return view.render('settings/numbers/check', { check: await whatsapp.use().check() })
  }
}
