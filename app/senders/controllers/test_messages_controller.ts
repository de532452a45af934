import Sender from '#messages/models/sender'
import { sendTestMessage } from '#messages/test_message'
import { testMessageValidator } from '#senders/validators/test_message_validator'
import AdministrationPolicy from '#users/policies/administration_policy'
import type { HttpContext } from '@adonisjs/core/http'

export default class TestMessagesController {
  async store({ bouncer, params, request, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const sender = await Sender.query().where('id', params.id).whereNull('retired_at').firstOrFail()
    const { phone } = await request.validateUsing(testMessageValidator)
    await sendTestMessage(phone, sender.name)
    session.flash('success', 'Mensagem de teste na fila: acompanhe abaixo.')
    return response.redirect().toRoute('settings.numbers.show', [sender.id])
  }
}
