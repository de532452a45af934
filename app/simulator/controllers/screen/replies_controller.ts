import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { Simulator } from '#simulator/simulator'
import { replyValidator } from '#simulator/validators'

@inject()
export default class RepliesController {
  constructor(protected simulator: Simulator) {}

  async store({ request, params, response }: HttpContext) {
    const { number, text, quoted } = await request.validateUsing(replyValidator, {
      data: { ...request.body(), ...params },
    })
    await this.simulator.reply(number, { text, quoted })
    // What was answered is answered: the address that chose it is left behind.
    if (quoted) return response.redirect().toPath(`/simulator/phones/${number.slice(1)}`)
    return response.redirect().back()
  }
}
