import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { GraphRefusal, refusing } from '#simulator/cloud_api/refusal'
import { graphOf } from '#simulator/cloud_api/graph_of'
import type { GraphApi } from '#simulator/cloud_api/api'
import type { Payload } from '#simulator/cloud_api/message_rules'
import { answerWith } from '#simulator/faults'
import { waId } from '#simulator/phone'
import { Simulator } from '#simulator/simulator'

/** `POST /:version/:phone_number_id/messages` */
@inject()
export default class MessagesController {
  constructor(protected simulator: Simulator) {}

  async store(ctx: HttpContext) {
    const api = graphOf(this.simulator, ctx)
    const payload = payloadOf(ctx)
    if (payload.status === 'read') return this.#read(api, payload, ctx)

    const { settings, requests, lines } = this.simulator
    const current = settings.current
    const fault = settings.takeFault()
    const recipient = payload.to ?? payload.recipient ?? null
    const seen = requests.seen({ recipient, body: payload.text?.body ?? null, fault })
    const accept = async () => {
      const sent = await api.send(payload)
      requests.accepted(seen, sent.message.sid)
      return answerOf(sent)
    }
    try {
      this.#check(api, ctx)
      const exchange = { ctx, settings: current, lines, accept, refusing, success: 200 as const }
      await answerWith(fault, exchange)
    } catch (error) {
      if (error instanceof GraphRefusal) requests.refused(seen, error.graphCode)
      throw error
    }
  }

  #read(api: GraphApi, { message_id: id }: Payload, ctx: HttpContext) {
    this.#check(api, ctx)
    api.markRead(id)
    return { success: true }
  }

  #check(api: GraphApi, { request, params }: HttpContext) {
    api.authenticate(request.header('authorization'))
    api.checkNumber(params.id)
  }
}

/** The parsed body has been trimmed; messages arrive as typed. */
function payloadOf({ request }: HttpContext): Payload {
  try {
    const payload = JSON.parse(request.raw() ?? '')
    if (payload && typeof payload === 'object') return payload
  } catch {}
  throw new GraphRefusal(100, 'The body is not a JSON object')
}

function answerOf({ message, input, phone }: Awaited<ReturnType<GraphApi['send']>>) {
  const status = message.content.template ? { message_status: 'accepted' } : {}
  return {
    messaging_product: 'whatsapp',
    contacts: [
      { input, ...(input.startsWith('BR.') ? { user_id: input } : { wa_id: waId(phone) }) },
    ],
    messages: [{ id: message.sid, ...status }],
  }
}
