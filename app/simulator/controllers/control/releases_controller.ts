import { inject } from '@adonisjs/core'
import { Simulator } from '#simulator/simulator'

/** Callbacks that were held or not yet due go out now. */
@inject()
export default class ReleasesController {
  constructor(protected simulator: Simulator) {}

  store() {
    return this.simulator.network.release()
  }
}
