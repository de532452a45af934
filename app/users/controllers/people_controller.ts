import User from '#users/models/user'
import AdministrationPolicy from '#users/policies/administration_policy'
import { temporaryPassword } from '#users/temporary_password'
import { createPersonValidator, updatePersonValidator } from '#users/validators/person_validator'
import type { HttpContext } from '@adonisjs/core/http'

export default class PeopleController {
  async index({ bouncer, view }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const people = await User.query().orderByRaw('deactivated_at is not null').orderBy('full_name')
    return view.render('settings/people/index', { people })
  }

  async create({ bouncer, view }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    return view.render('settings/people/create')
  }

  async store({ bouncer, request, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const { full_name: fullName, ...input } = await request.validateUsing(createPersonValidator)
    const password = input.password ?? temporaryPassword()
    const person = await User.create({ fullName, ...input, password })
    session.flash('success', `${person.firstName} já pode entrar. Entregue a senha temporária.`)
    session.flash('secret', { label: `Senha temporária de ${person.fullName}`, value: password })
    return response.redirect().toRoute('settings.people')
  }

  async edit({ bouncer, params, view }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const person = await User.findOrFail(params.id)
    return view.render('settings/people/edit', { person })
  }

  async update({ auth, bouncer, params, request, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const person = await User.findOrFail(params.id)
    const { full_name: fullName, ...input } = await request.validateUsing(updatePersonValidator, {
      meta: { userId: person.id },
    })
    await person.updateProfile({ fullName, ...input }, { by: auth.user! })
    session.flash('success', `Os dados de ${person.firstName} foram salvos.`)
    return response.redirect().toRoute('settings.people')
  }
}
