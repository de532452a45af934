import { contactJson } from '#api/v1/transformers/contact_json'
import { contactListValidator } from '#api/v1/validators/list_validators'
import { contactChangesValidator, contactValidator } from '#contacts/contact_validator'
import Contact from '#contacts/models/contact'
import { keysetPage } from '#core/keyset_page'
import type { HttpContext } from '@adonisjs/core/http'

export default class ContactsController {
  async index({ request }: HttpContext) {
    const filters = await request.validateUsing(contactListValidator, { data: request.qs() })
    const { q, phone, external_id: externalId, limit, cursor } = filters
    const query = Contact.query()
    if (q) query.withScopes((scopes) => scopes.matching(q))
    if (phone) query.where({ phone })
    if (externalId) query.where({ externalId })
    const { rows, nextCursor } = await keysetPage(query, { by: ['id'], limit, cursor })
    return { data: rows.map(contactJson), next_cursor: nextCursor }
  }

  async store({ request, response }: HttpContext) {
    const contact = await Contact.register(await request.validateUsing(contactValidator))
    response.header('location', `/api/v1/contacts/${contact.id}`)
    return response.created(contactJson(await contact.refresh()))
  }

  async show({ params }: HttpContext) {
    return contactJson(await Contact.findOrFail(params.id))
  }

  async update({ auth, params, request }: HttpContext) {
    const contact = await Contact.findOrFail(params.id)
    const input = await request.validateUsing(contactChangesValidator)
    const { accepts: decision, accepts_reason: text = null, ...changes } = input
    await contact.change(changes)
    if (decision) await contact.decide({ decision, source: 'api', text, by: auth.user! })
    return contactJson(await contact.refresh())
  }

  async destroy({ params, response }: HttpContext) {
    const contact = await Contact.findOrFail(params.id)
    if (!contact.isAnonymised) await contact.anonymise()
    return response.noContent()
  }
}
