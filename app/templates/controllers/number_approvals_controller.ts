import { submitAll } from '#templates/approval/submit_twin'
import { submissionsWords } from '#templates/approval/twin_words'
import { numberValidator } from '#templates/validators/approval_validator'
import AdministrationPolicy from '#users/policies/administration_policy'
import type { HttpContext } from '@adonisjs/core/http'

export default class NumberApprovalsController {
  /** Of all texts, in all languages, for one number. */
  async store({ auth, bouncer, request, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const { sender } = await request.validateUsing(numberValidator)
    const { isDone, text } = submissionsWords(await submitAll(sender, { by: auth.user! }))
    if (isDone) session.flash('success', text)
    else session.flashErrors({ approval: text })
    return response.redirect().toRoute('templates.index')
  }
}
