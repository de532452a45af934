import { readFile } from 'node:fs/promises'
import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { graphOf } from '#simulator/cloud_api/graph_of'
import { GraphRefusal } from '#simulator/cloud_api/refusal'
import { Simulator } from '#simulator/simulator'

/** `POST /:version/:phone_number_id/media`, and the files themselves. */
@inject()
export default class MediaController {
  constructor(protected simulator: Simulator) {}

  async store(ctx: HttpContext) {
    const { request, params } = ctx
    const api = graphOf(this.simulator, ctx)
    api.authenticate(request.header('authorization'))
    api.checkNumber(params.id)
    const file = request.file('file')
    if (!file?.tmpPath) throw new GraphRefusal(131008, 'file is required')
    const { id } = this.simulator.files.keep({
      content_type: String(request.input('type') ?? file.headers['content-type']),
      filename: file.clientName,
      bytes: await readFile(file.tmpPath),
    })
    return { id }
  }

  /** The bytes, for whoever has the token. */
  show(ctx: HttpContext) {
    const { request, response, params } = ctx
    graphOf(this.simulator, ctx).authenticate(request.header('authorization'))
    const file = this.simulator.files.find(params.file)
    if (!file) return response.notFound('')
    return response.header('content-type', file.content_type).send(file.bytes)
  }
}
