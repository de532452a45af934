import { addressWith } from '#core/pages/addresses'
import { unconfirmedPage } from '#reports/unconfirmed_page'
import { readQueueFilter } from '#reports/queue_list'
import RecruitingPolicy from '#users/policies/recruiting_policy'
import type { HttpContext } from '@adonisjs/core/http'

/** *Envios sem confirmação* */
export default class UnconfirmedMessagesController {
  async index({ bouncer, request, view }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const { cursor } = readQueueFilter(request.qs())
    return view.render('messages/unconfirmed', {
      ...(await unconfirmedPage(cursor)),
      hereWith: (changes: object) => addressWith('/messages/unconfirmed', { cursor }, changes),
    })
  }
}
