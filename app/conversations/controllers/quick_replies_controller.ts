import QuickReply from '#conversations/models/quick_reply'
import ConversationPolicy from '#conversations/policies/conversation_policy'
import { readQuickReply } from '#conversations/quick_reply_validator'
import type { HttpContext } from '@adonisjs/core/http'

/** *Configurações › Respostas rápidas* */
export default class QuickRepliesController {
  async index({ bouncer, view }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('answer')
    return view.render('settings/quick_replies/index', { replies: await QuickReply.inOrder() })
  }

  async store({ bouncer, request, response, session }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('answer')
    const { shortcut } = await QuickReply.create(await readQuickReply(request.body()))
    session.flash('success', `Pronta: na conversa, digite /${shortcut}.`)
    return response.redirect().toRoute('settings.quick_replies')
  }

  async edit({ bouncer, params, view }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('answer')
    const reply = await QuickReply.findOrFail(params.id)
    return view.render('settings/quick_replies/edit', { reply })
  }

  async update({ bouncer, params, request, response, session }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('answer')
    const reply = await QuickReply.findOrFail(params.id)
    await reply.merge(await readQuickReply(request.body(), { id: reply.id })).save()
    session.flash('success', `A resposta /${reply.shortcut} foi salva.`)
    return response.redirect().toRoute('settings.quick_replies')
  }

  async destroy({ bouncer, params, response, session }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('answer')
    const reply = await QuickReply.findOrFail(params.id)
    await reply.delete()
    session.flash('success', `A resposta /${reply.shortcut} foi apagada.`)
    return response.redirect().toRoute('settings.quick_replies')
  }
}
