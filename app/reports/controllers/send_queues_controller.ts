import { addressWith } from '#core/pages/addresses'
import { queueList, QUEUE_VIEWS, readQueueFilter } from '#reports/queue_list'
import { senderLanes } from '#reports/sender_lane'
import CompanySettings from '#settings/models/company_settings'
import RecruitingPolicy from '#users/policies/recruiting_policy'
import type { HttpContext } from '@adonisjs/core/http'

/** *Fila de envio* */
export default class SendQueuesController {
  async show({ bouncer, request, view }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const asked = readQueueFilter(request.qs())
    const lanes = await senderLanes()
    const lane = lanes.find(({ sender }) => sender.name === asked.sender) ?? lanes[0]
    const filter = { ...asked, view: asked.view ?? QUEUE_VIEWS[0], sender: lane.sender.name }
    return view.render('queue/show', {
      lanes,
      lane,
      filter,
      page: await queueList(filter),
      timeZone: (await CompanySettings.current()).timeZone,
      hereWith: (changes: object) => addressWith('/queue', asked, changes),
    })
  }
}
