import { consentValidator } from '#contacts/consent_validator'
import Contact from '#contacts/models/contact'
import RecruitingPolicy from '#users/policies/recruiting_policy'
import type { HttpContext } from '@adonisjs/core/http'

export default class ConsentsController {
  async store({ auth, bouncer, params, request, response, session }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const contact = await Contact.findOrFail(params.id)
    const { accepts, reason } = await request.validateUsing(consentValidator)
    const said = { decision: accepts, source: 'recruiter' as const, text: reason }
    const isNew = await contact.decide({ ...said, by: auth.user! })
    session.flash('success', isNew ? `Anotado. ${promise(contact, accepts)}` : 'Já era assim.')
    return response.redirect().toRoute('contacts.show', { id: contact.id })
  }
}

function promise({ firstName }: Contact, accepts: string) {
  if (accepts === 'nothing') return `Nenhuma mensagem nossa sai mais para ${firstName}.`
  if (accepts === 'everything') return `${firstName} volta a receber todas as mensagens.`
  return `${firstName} só recebe mensagens sobre as próprias entrevistas.`
}
