import Sender from '#messages/models/sender'
import { latestTestMessages } from '#messages/test_message'
import { addSender, configureSender } from '#senders/configure_sender'
import { demoSettings } from '#senders/demo_settings'
import { accessOf, numberView, numberViews, pastes } from '#senders/sender_page'
import { newProvider, newSenderForm, senderForm } from '#senders/validators/sender_forms'
import { PROVIDER_CHOICES, PROVIDER_NAMES } from '#senders/sender_words'
import CompanySettings from '#settings/models/company_settings'
import AdministrationPolicy from '#users/policies/administration_policy'
import whatsapp from '#whatsapp/services/main'
import type { HttpContext } from '@adonisjs/core/http'

export default class NumbersController {
  async index({ bouncer, view }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    return view.render('settings/numbers/index', { numbers: await numberViews() })
  }

  async create({ bouncer, request, view }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const provider = newProvider(request.input('provider'))
    if (!provider) return view.render('settings/numbers/choose', { providers: PROVIDER_CHOICES })
    return view.render('settings/numbers/create', {
      access: accessOf(provider),
      providerName: PROVIDER_NAMES[provider],
      demo: demoSettings(provider),
    })
  }

  async store({ bouncer, request, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const sender = await addSender(await newSenderForm(request))
    session.flash('success', `${sender.label} está cadastrado. Confira abaixo se tudo funciona.`)
    return response.redirect().toRoute('settings.numbers.show', [sender.id])
  }

  async show({ bouncer, params, view }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const sender = await Sender.findOrFail(params.id)
    await whatsapp.meet(sender.name)
    const one = numberView(sender)
    return view.render('settings/numbers/show', {
      one,
      access: accessOf(one.provider, sender),
      pastes: pastes(sender),
      tests: await latestTestMessages(sender.name),
      timeZone: (await CompanySettings.current()).timeZone,
    })
  }

  async update({ bouncer, params, request, response, session }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const sender = await Sender.query()
      .where('id', params.id)
      .whereNotNull('provider')
      .firstOrFail()
    await configureSender(sender.name, await senderForm(request, sender))
    session.flash('success', 'Dados salvos. Valem a partir de agora, sem reiniciar nada.')
    return response.redirect().toRoute('settings.numbers.show', [sender.id])
  }
}
