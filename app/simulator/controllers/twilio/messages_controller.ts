import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { answerWith } from '#simulator/faults'
import { Simulator } from '#simulator/simulator'
import { TwilioApi } from '#simulator/twilio/api'
import { messagePage } from '#simulator/twilio/message_page'
import { messageResource } from '#simulator/twilio/message_resource'
import { refusing, TwilioRefusal } from '#simulator/twilio/refusal'

@inject()
export default class MessagesController {
  #api: TwilioApi

  constructor(protected simulator: Simulator) {
    this.#api = new TwilioApi(simulator)
  }

  async store(ctx: HttpContext) {
    const { settings, requests, lines } = this.simulator
    // The parsed body has been trimmed; messages arrive as typed.
    const form = new URLSearchParams(ctx.request.raw() ?? '')
    const current = settings.current
    const fault = settings.takeFault()
    const seen = requests.seen({ recipient: form.get('To'), body: form.get('Body'), fault })

    const accept = async () => {
      const message = await this.#api.create(form)
      requests.accepted(seen, message.sid)
      return messageResource(message, ctx.params.account)
    }
    try {
      this.#authenticate(ctx)
      const exchange = { ctx, settings: current, lines, accept, refusing, success: 201 as const }
      await answerWith(fault, exchange)
    } catch (error) {
      if (error instanceof TwilioRefusal) requests.refused(seen, error.twilioCode)
      throw error
    }
  }

  index(ctx: HttpContext) {
    this.#authenticate(ctx)
    const { searchParams } = new URL(ctx.request.url(true), 'http://localhost')
    return messagePage(this.#api.list(searchParams), searchParams, ctx.params.account)
  }

  show(ctx: HttpContext) {
    this.#authenticate(ctx)
    return messageResource(this.#api.find(ctx.params.message), ctx.params.account)
  }

  #authenticate({ request, params }: HttpContext) {
    this.#api.authenticate(request.header('authorization'), params.account)
  }
}
