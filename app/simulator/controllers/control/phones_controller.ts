import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { Simulator } from '#simulator/simulator'
import { phoneValidator } from '#simulator/validators'

@inject()
export default class PhonesController {
  constructor(protected simulator: Simulator) {}

  index() {
    return this.simulator.phones.all()
  }

  async update({ request, params }: HttpContext) {
    const { number, ...switches } = await request.validateUsing(phoneValidator, {
      data: { ...request.body(), ...params },
    })
    return this.simulator.changePhone(number, switches)
  }
}
