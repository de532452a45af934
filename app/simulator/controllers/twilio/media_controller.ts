import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { Simulator } from '#simulator/simulator'
import { TwilioApi } from '#simulator/twilio/api'

/** Says to whoever has the credentials where a file is; there nobody is asked for any. */
@inject()
export default class MediaController {
  constructor(protected simulator: Simulator) {}

  show({ request, response, params }: HttpContext) {
    const { account, message, media } = params
    const api = new TwilioApi(this.simulator)
    api.authenticate(request.header('authorization'), account)
    api.attachment(message, media)
    const { twilioUrl } = this.simulator.config
    return response
      .status(307)
      .header('location', `${twilioUrl}/files/${message}/${media}`)
      .send('')
  }
}
