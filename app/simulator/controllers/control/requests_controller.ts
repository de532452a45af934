import { inject } from '@adonisjs/core'
import { Simulator } from '#simulator/simulator'

@inject()
export default class RequestsController {
  constructor(protected simulator: Simulator) {}

  index() {
    return this.simulator.requests.all()
  }
}
