import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { canonicalNumber } from '#simulator/phone'
import { Simulator } from '#simulator/simulator'

@inject()
export default class MessagesController {
  constructor(protected simulator: Simulator) {}

  /** Every message, or those of one phone (`?to=`) in both directions; oldest first. */
  index({ request }: HttpContext) {
    const to = request.input('to')
    if (!to) return this.simulator.messages.all()
    return this.simulator.messages.ofPhone(canonicalNumber(to.trim()) ?? to)
  }
}
