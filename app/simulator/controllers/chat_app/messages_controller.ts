import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatAppApi } from '#simulator/chat_app/api'
import { ChatAppRefusal, refusing } from '#simulator/chat_app/refusal'
import { answerWith } from '#simulator/faults'
import { Simulator } from '#simulator/simulator'

const MOST = 100

/** What is said in one chat. */
@inject()
export default class MessagesController {
  #api: ChatAppApi

  constructor(protected simulator: Simulator) {
    this.#api = new ChatAppApi(simulator)
  }

  async store(ctx: HttpContext) {
    const { settings, requests, lines } = this.simulator
    const payload = payloadOf(ctx)
    const { chat, kind } = ctx.params
    const current = settings.current
    const fault = settings.takeFault()
    const body = payload.text ?? payload.caption ?? null
    const seen = requests.seen({ recipient: chat, body, fault })
    const accept = async () => {
      const { message, chatId } = await this.#api.send(this.#line(ctx), chat, { kind, payload })
      requests.accepted(seen, message.sid)
      return { success: true, data: { id: message.sid, chatId } }
    }
    try {
      this.#api.authenticate(ctx.request.header('authorization'))
      const exchange = { ctx, settings: current, lines, accept, refusing, success: 200 as const }
      await answerWith(fault, exchange)
    } catch (error) {
      if (error instanceof ChatAppRefusal) requests.refused(seen, error.status)
      throw error
    }
  }

  index(ctx: HttpContext) {
    this.#api.authenticate(ctx.request.header('authorization'))
    const limit = Math.min(Number(ctx.request.qs().limit) || MOST, MOST)
    const items = this.#api.list(this.#line(ctx), ctx.params.chat, limit)
    return { success: true, data: { items } }
  }

  #line({ params }: HttpContext) {
    return this.#api.line(params as { licence: string; messenger: string })
  }
}

/** The parsed body has been trimmed; messages arrive as typed. */
function payloadOf({ request }: HttpContext): Record<string, any> {
  try {
    const payload = JSON.parse(request.raw() ?? '')
    if (payload && typeof payload === 'object') return payload
  } catch {}
  throw new ChatAppRefusal('ApiValidationError', 'The body is not a JSON object')
}
