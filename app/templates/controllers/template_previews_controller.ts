import { draftOf, editorPage, previewPart } from '#templates/template_page'
import { templateValidator } from '#templates/validators/template_validator'
import AdministrationPolicy from '#users/policies/administration_policy'
import type { HttpContext } from '@adonisjs/core/http'

export default class TemplatePreviewsController {
  /** The phone alone for the script that previews as one types (422: the fault); the whole page without it. */
  async store({ bouncer, params, request, response, view }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const { body, locale, scene = 'onsite' } = await request.validateUsing(templateValidator)
    const draft = await draftOf(params.key, locale, body ?? '')
    if (!request.ajax()) return view.render('templates/edit', await editorPage(draft, scene))
    if (draft.fault) return response.status(422).send(String(draft.fault))
    return view.render('templates/preview', previewPart(draft, scene))
  }
}
