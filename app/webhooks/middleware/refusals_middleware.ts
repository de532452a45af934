import { countRefusal, REFUSALS } from '#webhooks/refusals'
import type { Provider } from '#whatsapp/gateways/gateway'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

const ADDRESSES: [RegExp, Provider][] = [
  [/^\/webhooks\/twilio(\/|$)/, 'twilio'],
  [/^\/webhooks\/chat_app(\/|$)/, 'chat_app'],
  [/^\/(webhooks\/whatsapp|webhook)$/, 'cloud_api'],
]

/** Counts the calls to our webhooks that were refused, for whoever wonders why nothing arrives. */
export default class RefusalsMiddleware {
  async handle({ request, response }: HttpContext, next: NextFn) {
    await next()
    const reason = REFUSALS[response.getStatus() as keyof typeof REFUSALS]
    if (!reason) return
    const [, provider] = ADDRESSES.find(([address]) => address.test(request.url())) ?? []
    if (provider) countRefusal(provider, reason)
  }
}
