import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { Simulator } from '#simulator/simulator'
import { renumberValidator } from '#simulator/validators'

/** A person goes on with another number. */
@inject()
export default class PhoneNumbersController {
  constructor(protected simulator: Simulator) {}

  async update({ request, params }: HttpContext) {
    const { number, to } = await request.validateUsing(renumberValidator, {
      data: { ...request.body(), ...params },
    })
    return this.simulator.renumber(number, to)
  }
}
