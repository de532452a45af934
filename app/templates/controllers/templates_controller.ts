import { LOCALE_LABELS } from '#contacts/locales'
import { approvalCounts } from '#templates/approval/approval_page'
import Template from '#templates/models/template'
import { TEMPLATE_KEYS, TEMPLATES } from '#templates/template_catalogue'
import { draftOf, editorPage } from '#templates/template_page'
import { templateQueryValidator, templateValidator } from '#templates/validators/template_validator'
import AdministrationPolicy from '#users/policies/administration_policy'
import type { HttpContext } from '@adonisjs/core/http'

export default class TemplatesController {
  async index({ bouncer, view }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const edited = await Template.all()
    const texts = TEMPLATE_KEYS.map((key) => ({
      key,
      ...TEMPLATES[key],
      editedIn: edited.filter((one) => one.key === key).map(({ locale }) => LOCALE_LABELS[locale]),
    }))
    return view.render('templates/index', { texts, numbers: await approvalCounts() })
  }

  async edit({ bouncer, params, request, view }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const { locale = 'pt-BR' } = await request.validateUsing(templateQueryValidator)
    const draft = await draftOf(params.key, locale)
    return view.render('templates/edit', await editorPage(draft, 'onsite'))
  }

  /** A refused text comes back in the answer itself: it is too long to travel in the session's cookie. */
  async update({ auth, bouncer, params, request, response, session, view }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const { body, locale, scene = 'onsite' } = await request.validateUsing(templateValidator)
    const draft = await draftOf(params.key, locale, body ?? '')
    if (draft.fault) {
      response.status(422)
      return view.render('templates/edit', await editorPage(draft, scene))
    }
    await Template.rewrite(params.key, locale, draft.body, { by: auth.user! })
    session.flash('success', 'Modelo salvo. Vale a partir da próxima mensagem.')
    return response.redirect().withQs({ locale }).toRoute('templates.edit', [params.key])
  }

  /** Back to the text we ship. */
  async destroy({ bouncer, params, request, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const { locale = 'pt-BR' } = await request.validateUsing(templateQueryValidator)
    await Template.restore(params.key, locale)
    session.flash('success', 'Texto padrão restaurado. Vale a partir da próxima mensagem.')
    return response.redirect().withQs({ locale }).toRoute('templates.edit', [params.key])
  }
}
