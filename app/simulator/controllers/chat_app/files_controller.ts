import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { Simulator } from '#simulator/simulator'

/** A file of a person's, for whoever has the link. */
@inject()
export default class FilesController {
  constructor(protected simulator: Simulator) {}

  show({ params, response }: HttpContext) {
    const file = this.simulator.files.find(params.file)
    if (!file) return response.notFound('')
    return response.header('content-type', file.content_type).send(file.bytes)
  }
}
