import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { Simulator } from '#simulator/simulator'
import { TwilioApi } from '#simulator/twilio/api'

/** The files themselves, as a store of Twilio's hands them out: credentials that are brought here have leaked. */
@inject()
export default class FilesController {
  constructor(protected simulator: Simulator) {}

  show({ request, response, params }: HttpContext) {
    if (request.header('authorization')) return response.badRequest('Unexpected credentials')
    const api = new TwilioApi(this.simulator)
    const { contentType, text, url } = api.attachment(params.message, params.media)
    response.header('content-type', contentType)
    if (text !== undefined) return response.send(text)
    const file = this.simulator.files.find(url!.split('/').at(-1)!)
    return file ? response.send(file.bytes) : response.redirect().toPath(url!)
  }
}
