import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { Simulator } from '#simulator/simulator'
import { replyValidator } from '#simulator/validators'

@inject()
export default class RepliesController {
  constructor(protected simulator: Simulator) {}

  /** The text goes out exactly as sent: the parsed body has been trimmed. */
  async store({ request, params }: HttpContext) {
    const { text: typed, quoted: chosen } = JSON.parse(request.raw() ?? '{}')
    const { number, text, quoted } = await request.validateUsing(replyValidator, {
      data: { ...params, text: typed, quoted: chosen },
    })
    return this.simulator.reply(number, { text, quoted })
  }
}
