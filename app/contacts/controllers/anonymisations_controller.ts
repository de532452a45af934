import Contact from '#contacts/models/contact'
import RecruitingPolicy from '#users/policies/recruiting_policy'
import type { HttpContext } from '@adonisjs/core/http'

export default class AnonymisationsController {
  async store({ bouncer, params, response, session }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const contact = await Contact.findOrFail(params.id)
    await contact.anonymise()
    session.flash('success', 'Contato anonimizado: nome, telefone, e-mail e textos foram apagados.')
    return response.redirect().toRoute('contacts.index')
  }
}
