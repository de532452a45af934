import { templateValidator } from '#conversations/conversation_validators'
import ConversationPolicy from '#conversations/policies/conversation_policy'
import { sendTemplate } from '#conversations/send_template'
import { templatePreview } from '#conversations/template_preview'
import { formRequestKey } from '#interviews/request_key'
import type { HttpContext } from '@adonisjs/core/http'

/** What may still be sent when the 24 hours are over. */
export default class TemplatesController {
  async store({ auth, bouncer, params, request, response, session }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('answer')
    const { request_key: page, seen, ...picked } = await request.validateUsing(templateValidator)
    const by = auth.user!
    const requestKey = formRequestKey(by, { request_key: page, id: params.id, ...picked })!
    await sendTemplate(params.id, picked, { by, requestKey, seen })
    session.flash('success', 'O modelo sai agora. Quando a pessoa responder, o texto livre volta.')
    return response.redirect().withQs().toRoute('conversations.show', { id: params.id })
  }

  /** The phone alone, for the script that previews as one types. */
  async preview({ auth, bouncer, params, request, view }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('answer')
    const { template, text } = request.only(['template', 'text'])
    const bodies = await templatePreview(params.id, { template, text }, auth.user!)
    return view.render('conversations/preview', { bodies })
  }
}
