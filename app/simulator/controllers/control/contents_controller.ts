import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { Problem } from '#core/problem'
import { Simulator } from '#simulator/simulator'
import { decisionValidator } from '#simulator/validators'

/** The contents Twilio keeps, and what WhatsApp decides about them. */
@inject()
export default class ContentsController {
  constructor(protected simulator: Simulator) {}

  index() {
    return this.simulator.contents.all()
  }

  /** Decides about one, by its id or by the name it was submitted under, at once. */
  async update({ request, params }: HttpContext) {
    const decision = await request.validateUsing(decisionValidator)
    const content = this.simulator.contents.named(params.content)
    if (!content?.approval)
      throw Problem.conflict('not_submitted', 'Este modelo não foi enviado para aprovação.')
    const decided = this.simulator.contents.decide(content, decision)
    this.simulator.announce()
    return decided
  }
}
