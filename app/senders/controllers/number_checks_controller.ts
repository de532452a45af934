import Sender from '#messages/models/sender'
import { labelOf } from '#senders/sender_words'
import AdministrationPolicy from '#users/policies/administration_policy'
import whatsapp from '#whatsapp/services/main'
import type { HttpContext } from '@adonisjs/core/http'

/** Asks the provider, which may take its time: a frame of the number's page, or a page of its own. */
export default class NumberChecksController {
  async show({ bouncer, params, view }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const sender = await Sender.findOrFail(params.id)
    await whatsapp.meet(sender.name)
    const check = await whatsapp.use(sender.name).check()
    return view.render('settings/numbers/check', { sender, label: labelOf(sender), check })
  }
}
