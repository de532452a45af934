import { consentJson } from '#api/v1/transformers/consent_json'
import { consentChangeValidator } from '#api/v1/validators/conversation_validators'
import Consent from '#contacts/models/consent'
import Contact from '#contacts/models/contact'
import type { HttpContext } from '@adonisjs/core/http'

export default class ConsentsController {
  async show({ params }: HttpContext) {
    return described(await Contact.findOrFail(params.id))
  }

  async update({ auth, params, request }: HttpContext) {
    const contact = await Contact.findOrFail(params.id)
    const { accepts: decision, reason: text } = await request.validateUsing(consentChangeValidator)
    await contact.decide({ decision, source: 'api', text, by: auth.user! })
    return described(await contact.refresh())
  }
}

async function described(contact: Contact) {
  const [latest = null] = await Consent.of(contact).limit(1)
  return consentJson(contact, latest)
}
