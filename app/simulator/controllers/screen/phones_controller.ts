import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { leverGroups, REHEARSED_REFUSALS, whatIsBroken } from '#simulator/lessons'
import type { Message } from '#simulator/messages'
import type { Phone } from '#simulator/phone'
import { PROVIDERS, type ProviderName } from '#simulator/post_office'
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
    })
  }

  async show({ request, view, params }: HttpContext) {
    const { number } = await numberValidator.validate(params)
    const { quoted: sid, chat } = request.qs()
    const quoted = this.simulator.messages.onPhone(number, String(sid ?? ''))
    const opened = PROVIDERS.find((provider) => provider === chat)
    const phone = this.simulator.phones.findOrAdd(number)
    return view.render('simulator/show', { screen: this.#screen(phone, { quoted, chat: opened }) })
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

  #screen(phone: Phone, looking: { quoted?: Message | null; chat?: ProviderName } = {}) {
    const { messages, offices } = this.simulator
    return phoneScreen({ ...looking, phone, messages: messages.ofPhone(phone.number), offices })
  }
}
