import { contactValidator } from '#contacts/contact_validator'
import { CONTACT_SORTS, contactsPage, readContactFilters } from '#contacts/contact_list'
import { LOCALE_OPTIONS } from '#contacts/locales'
import Contact from '#contacts/models/contact'
import { addressWith } from '#core/pages/addresses'
import { zoneOptions } from '#core/time_zones'
import { contactPage } from '#reports/contact_page'
import CompanySettings from '#settings/models/company_settings'
import RecruitingPolicy from '#users/policies/recruiting_policy'
import type { HttpContext } from '@adonisjs/core/http'

export default class ContactsController {
  async index({ bouncer, request, view }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const filters = await readContactFilters(request.qs())
    return view.render('contacts/index', {
      filters,
      sorts: CONTACT_SORTS,
      page: await contactsPage(filters),
      timeZone: (await CompanySettings.current()).timeZone,
      hereWith: (changes: object) => addressWith('/contacts', filters, changes),
      exportHref: addressWith('/contacts/export', filters, { cursor: null }),
    })
  }

  async create({ bouncer, view }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    return view.render('contacts/create', { locales: LOCALE_OPTIONS, zones: zoneOptions() })
  }

  async store({ bouncer, request, response, session }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const contact = await Contact.register(await request.validateUsing(contactValidator))
    session.flash('success', `${contact.name} está nos contatos.`)
    return response.redirect().toRoute('contacts.show', { id: contact.id })
  }

  async show({ bouncer, params, request, view }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const page = await contactPage(params.id, request.input('cursor'))
    return view.render('contacts/show', page)
  }

  async edit({ bouncer, params, view }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const contact = await Contact.findOrFail(params.id)
    const zones = zoneOptions(contact.timeZone)
    return view.render('contacts/edit', { contact, zones, locales: LOCALE_OPTIONS })
  }

  async update({ bouncer, params, request, response, session }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const contact = await Contact.findOrFail(params.id)
    await contact.change(await request.validateUsing(contactValidator))
    session.flash('success', 'Contato salvo.')
    return response.redirect().toRoute('contacts.show', { id: contact.id })
  }
}
