import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatAppApi } from '#simulator/chat_app/api'
import { postUnsigned } from '#simulator/chat_app/post_unsigned'
import { ChatAppRefusal } from '#simulator/chat_app/refusal'
import { Simulator } from '#simulator/simulator'

/** Where the customer is called. */
@inject()
export default class CallbackUrlsController {
  #api: ChatAppApi

  constructor(protected simulator: Simulator) {
    this.#api = new ChatAppApi(simulator)
  }

  index({ request }: HttpContext) {
    this.#api.authenticate(request.header('authorization'))
    const data = this.simulator.callbacks.all().map(({ line, url, events }) => {
      const [licence, messengerType] = line.split('/')
      return { licenseId: Number(licence), messengerType, url, events }
    })
    return { success: true, data }
  }

  /** The address must answer an empty call before it is taken. */
  async update({ request, params }: HttpContext) {
    this.#api.authenticate(request.header('authorization'))
    const line = this.#api.line(params as { licence: string; messenger: string })
    const { url, events } = request.body()
    const isUsable = URL.canParse(url) && Array.isArray(events)
    const status = isUsable ? await postUnsigned(url, '') : null
    if (!status || status < 200 || status > 299) throw new ChatAppRefusal('ApiCallbackError')
    this.simulator.callbacks.register({ line, url, events: events.map(String) })
    return { success: true, data: { url, events } }
  }

  destroy({ request, params }: HttpContext) {
    this.#api.authenticate(request.header('authorization'))
    this.simulator.callbacks.remove(
      this.#api.line(params as { licence: string; messenger: string })
    )
    return { success: true, data: null }
  }
}
