import { inject } from '@adonisjs/core'
import { Simulator } from '#simulator/simulator'

/** The pairs ChatApp gave out, oldest first: who signed in, who only refreshed. Without the tokens. */
@inject()
export default class ChatAppTokensController {
  constructor(protected simulator: Simulator) {}

  index() {
    return this.simulator.tokens.all().map(({ access, refresh, ...pair }) => pair)
  }
}
