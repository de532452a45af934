import Message from '#messages/models/message'
import Sender, { type SenderState } from '#messages/models/sender'
import RecruitingPolicy from '#users/policies/recruiting_policy'
import type { HttpContext } from '@adonisjs/core/http'

export default class ResendsController {
  async store({ bouncer, params, response, session }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const message = await Message.findOrFail(params.id)
    const { sender } = await message.resend()
    const { state } = await Sender.named(sender)
    session.flash('success', `A mensagem volta para a fila e ${whenItLeaves(state)}.`)
    return response.redirect().back()
  }
}

const whenItLeaves = (state: SenderState) =>
  state === 'paused' ? 'sai quando alguém retomar os envios, que estão pausados' : 'sai agora'
