import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { Simulator } from '#simulator/simulator'
import { TwilioApi } from '#simulator/twilio/api'
import { ContentApi } from '#simulator/twilio/content_api'
import { approvalResource, standingResource } from '#simulator/twilio/content_resource'

@inject()
export default class ApprovalsController {
  #api: ContentApi

  constructor(protected simulator: Simulator) {
    this.#api = new ContentApi(simulator)
  }

  store(ctx: HttpContext) {
    this.#authenticate(ctx)
    const content = this.#api.submit(ctx.params.content, ctx.request.body())
    ctx.response.created(approvalResource(content))
  }

  show(ctx: HttpContext) {
    this.#authenticate(ctx)
    const content = this.#api.find(ctx.params.content)
    return standingResource(content, this.simulator.config.accountSid)
  }

  #authenticate({ request }: HttpContext) {
    const { accountSid } = this.simulator.config
    new TwilioApi(this.simulator).authenticate(request.header('authorization'), accountSid)
  }
}
