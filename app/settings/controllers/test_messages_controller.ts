import { sendTestMessage } from '#messages/test_message'
import { testMessageValidator } from '#settings/validators/test_message_validator'
import AdministrationPolicy from '#users/policies/administration_policy'
import type { HttpContext } from '@adonisjs/core/http'

export default class TestMessagesController {
  async store({ bouncer, request, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const { phone } = await request.validateUsing(testMessageValidator)
    await sendTestMessage(phone)
    session.flash('success', 'Mensagem de teste na fila: acompanhe abaixo.')
    return response.redirect().toRoute('settings.numbers')
  }
}
