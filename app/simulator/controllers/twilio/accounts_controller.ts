import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { Simulator } from '#simulator/simulator'
import { TwilioApi } from '#simulator/twilio/api'

@inject()
export default class AccountsController {
  constructor(protected simulator: Simulator) {}

  show({ request, params }: HttpContext) {
    new TwilioApi(this.simulator).authenticate(request.header('authorization'), params.account)
    return {
      sid: params.account,
      friendly_name: 'Simulador',
      status: 'active',
      type: 'Trial',
      owner_account_sid: params.account,
      date_created: 'Fri, 20 Nov 2026 12:00:00 +0000',
      date_updated: 'Fri, 20 Nov 2026 12:00:00 +0000',
      uri: `/2010-04-01/Accounts/${params.account}.json`,
      subresource_uris: { messages: `/2010-04-01/Accounts/${params.account}/Messages.json` },
    }
  }
}
