import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { graphOf } from '#simulator/cloud_api/graph_of'
import type { Template } from '#simulator/cloud_api/templates'
import { Simulator } from '#simulator/simulator'

/** `/:version/:waba_id/message_templates` */
@inject()
export default class TemplatesController {
  constructor(protected simulator: Simulator) {}

  index(ctx: HttpContext) {
    const { name } = ctx.request.qs()
    return { data: this.#open(ctx).all(name).map(shown) }
  }

  store(ctx: HttpContext) {
    const templates = this.#open(ctx)
    const { id, status, category } = templates.submit(JSON.parse(ctx.request.raw() ?? '{}'))
    return { id, status, category }
  }

  #open(ctx: HttpContext) {
    const api = graphOf(this.simulator, ctx)
    api.authenticate(ctx.request.header('authorization'))
    api.checkAccount(ctx.params.id)
    return api.templates
  }
}

const shown = ({ submitted_at: _, ...template }: Template) => template
