import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { Simulator } from '#simulator/simulator'
import { replyValidator } from '#simulator/validators'

@inject()
export default class RepliesController {
  constructor(protected simulator: Simulator) {}

  /** The text goes out exactly as sent: the parsed body has been trimmed. */
  async store({ request, params }: HttpContext) {
    const { number, text } = await request.validateUsing(replyValidator, {
      data: { ...params, text: JSON.parse(request.raw() ?? '{}').text },
    })
    return this.simulator.reply(number, text)
  }
}
