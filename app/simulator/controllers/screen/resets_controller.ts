import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { Simulator } from '#simulator/simulator'

@inject()
export default class ResetsController {
  constructor(protected simulator: Simulator) {}

  async store({ response }: HttpContext) {
    await this.simulator.reset()
    return response.redirect().toPath('/simulator')
  }
}
