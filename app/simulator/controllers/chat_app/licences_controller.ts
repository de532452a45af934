import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatAppApi, MESSENGERS } from '#simulator/chat_app/api'
import { Simulator } from '#simulator/simulator'

const DAY_S = 86_400

/** `GET /v1/licenses` */
@inject()
export default class LicencesController {
  constructor(protected simulator: Simulator) {}

  index({ request }: HttpContext) {
    new ChatAppApi(this.simulator).authenticate(request.header('authorization'))
    const isPaid = this.simulator.settings.current.chat_app_licence === 'paid'
    const now = Math.floor(Date.now() / 1000)
    const licence = {
      licenseId: Number(this.simulator.config.chatApp.licenceId),
      licenseTo: now + (isPaid ? 30 : -1) * DAY_S,
      licenseName: 'Simulador',
      meOwner: true,
      status: isPaid ? { id: 1, code: 'paid' } : { id: 2, code: 'expired' },
      messenger: MESSENGERS.map((type) => ({ type, name: type })),
      app: [],
      access: [],
    }
    return { success: true, data: [licence] }
  }
}
