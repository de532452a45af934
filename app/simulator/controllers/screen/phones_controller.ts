import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { leverGroups, REHEARSED_REFUSALS, whatIsBroken } from '#simulator/lessons'
import type { Message } from '#simulator/messages'
import type { Phone } from '#simulator/phone'
import { phoneScreen } from '#simulator/phone_screen'
import { Simulator } from '#simulator/simulator'
import { numberValidator, phoneValidator } from '#simulator/validators'

@inject()
export default class PhonesController {
  constructor(protected simulator: Simulator) {}

  index({ view }: HttpContext) {
    const settings = this.simulator.settings.current
    return view.render('simulator/index', {
      screens: this.simulator.phones.all().map((phone) => this.#screen(phone)),
      groups: leverGroups(settings),
      broken: whatIsBroken(settings),
      rehearsed: REHEARSED_REFUSALS,
      settings,
      sender: this.simulator.config.from,
    })
  }

  async show({ request, view, params }: HttpContext) {
    const { number } = await numberValidator.validate(params)
    const quoted = this.simulator.messages.onPhone(number, String(request.qs().quoted ?? ''))
    return view.render('simulator/show', {
      screen: this.#screen(this.simulator.phones.findOrAdd(number), quoted),
      sender: this.simulator.config.from,
    })
  }

  async store({ request, response }: HttpContext) {
    const { number, ...switches } = await request.validateUsing(phoneValidator)
    this.simulator.changePhone(number, switches)
    return response.redirect().toPath('/simulator')
  }

  async update({ request, params, response }: HttpContext) {
    const { number, ...switches } = await request.validateUsing(phoneValidator, {
      data: { ...request.body(), ...params },
    })
    this.simulator.changePhone(number, switches)
    return response.redirect().back()
  }

  #screen(phone: Phone, quoted: Message | null = null) {
    return phoneScreen(phone, this.simulator.messages.ofPhone(phone.number), quoted)
  }
}
