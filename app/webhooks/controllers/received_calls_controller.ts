import { addressWith } from '#core/pages/addresses'
import CompanySettings from '#settings/models/company_settings'
import { senderLabels } from '#senders/sender_page'
import { callsPage, readCallFilters, refusedLately } from '#webhooks/call_list'
import { kindName, PROVIDER_NAMES, readable, refusalText, verdictOf } from '#webhooks/call_words'
import WebhookCall from '#webhooks/models/webhook_call'
import AdministrationPolicy from '#users/policies/administration_policy'
import type { HttpContext } from '@adonisjs/core/http'

const WORDS = { kindName, verdictOf, refusalText, providerNames: PROVIDER_NAMES }

/** *Webhooks recebidos* */
export default class ReceivedCallsController {
  async index({ bouncer, request, view }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const filters = await readCallFilters(request.qs())
    return view.render('webhooks/index', {
      ...WORDS,
      filters,
      page: await callsPage(filters),
      labels: await senderLabels(),
      refused: await refusedLately(),
      timeZone: (await CompanySettings.current()).timeZone,
      hereWith: (changes: object) => addressWith('/settings/webhook_calls', filters, changes),
    })
  }

  async show({ bouncer, params, view }: HttpContext) {
    await bouncer.with(AdministrationPolicy).authorize('administer')
    const call = await WebhookCall.findOrFail(params.id)
    const { timeZone } = await CompanySettings.current()
    const labels = await senderLabels()
    return view.render('webhooks/show', {
      ...WORDS,
      call,
      labels,
      content: readable(call),
      timeZone,
    })
  }
}
