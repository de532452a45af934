import { submitTwin } from '#templates/approval/submit_twin'
import { submissionWords } from '#templates/approval/twin_words'
import { approvalValidator } from '#templates/validators/approval_validator'
import AdministrationPolicy from '#users/policies/administration_policy'
import type { HttpContext } from '@adonisjs/core/http'

export default class TemplateApprovalsController {
  /** Of one text in one language. */
  async store({ auth, bouncer, params, request, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const { sender, locale } = await request.validateUsing(approvalValidator)
    const of = { sender, locale, templateKey: params.key }
    const { isDone, text } = submissionWords(await submitTwin(of, { by: auth.user! }))
    if (isDone) session.flash('success', text)
    else session.flashErrors({ approval: text })
    return response.redirect().withQs({ locale }).toRoute('templates.edit', [params.key])
  }
}
