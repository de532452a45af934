import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { Simulator } from '#simulator/simulator'
import { TwilioApi } from '#simulator/twilio/api'
import { ContentApi } from '#simulator/twilio/content_api'
import { contentPage, contentResource } from '#simulator/twilio/content_resource'

@inject()
export default class ContentsController {
  #api: ContentApi

  constructor(protected simulator: Simulator) {
    this.#api = new ContentApi(simulator)
  }

  index(ctx: HttpContext) {
    const account = this.#authenticate(ctx)
    const { searchParams } = new URL(ctx.request.url(true), 'http://localhost')
    return contentPage(this.#api.all(), searchParams, account)
  }

  store(ctx: HttpContext) {
    const account = this.#authenticate(ctx)
    // The parsed body has been trimmed; texts are kept as written.
    const content = this.#api.create(JSON.parse(ctx.request.raw() ?? '{}'))
    ctx.response.created(contentResource(content, account))
  }

  show(ctx: HttpContext) {
    const account = this.#authenticate(ctx)
    return contentResource(this.#api.find(ctx.params.content), account)
  }

  destroy(ctx: HttpContext) {
    this.#authenticate(ctx)
    this.#api.remove(ctx.params.content)
    ctx.response.noContent()
  }

  #authenticate({ request }: HttpContext) {
    const { accountSid } = this.simulator.config
    new TwilioApi(this.simulator).authenticate(request.header('authorization'), accountSid)
    return accountSid
  }
}
