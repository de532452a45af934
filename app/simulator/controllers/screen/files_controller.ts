import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { Simulator } from '#simulator/simulator'

/** Everything else could be a page with a script, on our own origin. */
const SHOWN = /^(image\/(png|jpeg|gif|webp)|(audio|video)\/[\w.+-]+|application\/pdf)$/

/** Files that people sent from a simulated phone. */
@inject()
export default class FilesController {
  constructor(protected simulator: Simulator) {}

  show({ params, response }: HttpContext) {
    const file = this.simulator.files.find(params.file)
    if (!file) return response.notFound('')
    const isShown = SHOWN.test(file.content_type)
    response.header('x-content-type-options', 'nosniff')
    response.header('content-type', isShown ? file.content_type : 'application/octet-stream')
    if (!isShown) response.header('content-disposition', 'attachment')
    return response.send(file.bytes)
  }
}
