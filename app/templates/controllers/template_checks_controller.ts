import { checkTwins } from '#templates/approval/follow_twins'
import { numberValidator } from '#templates/validators/approval_validator'
import AdministrationPolicy from '#users/policies/administration_policy'
import type { HttpContext } from '@adonisjs/core/http'

const UNANSWERED = 'O provedor não respondeu. Tente de novo em alguns minutos.'

export default class TemplateChecksController {
  /** Asks the provider where the texts of a number stand. */
  async store({ bouncer, request, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const { sender, key, locale } = await request.validateUsing(numberValidator)
    const unanswered = await checkTwins({ sender, ...(key && { template_key: key }) })
    if (unanswered > 0) session.flashErrors({ approval: UNANSWERED })
    else session.flash('success', 'Situação conferida com o provedor.')
    if (!key) return response.redirect().toRoute('templates.index')
    return response.redirect().withQs({ locale }).toRoute('templates.edit', [key])
  }
}
