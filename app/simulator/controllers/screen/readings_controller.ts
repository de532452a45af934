import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { Simulator } from '#simulator/simulator'
import { numberValidator } from '#simulator/validators'

/** Somebody looked at the phone. */
@inject()
export default class ReadingsController {
  constructor(protected simulator: Simulator) {}

  async store({ params, response }: HttpContext) {
    const { number } = await numberValidator.validate(params)
    this.simulator.read(number)
    return response.redirect().back()
  }
}
