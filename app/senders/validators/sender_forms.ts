import type { SenderDraft } from '#senders/configure_sender'
import { newSenderForms, senderForms } from '#senders/validators/sender_validators'
import { completed } from '#senders/settings_fields'
import { unseal } from '#senders/sealed_settings'
import type Sender from '#messages/models/sender'
import { PROVIDERS, type Provider } from '#whatsapp/gateways/gateway'
import type { HttpRequest } from '@adonisjs/core/http'

/** Null when there is none of that name. */
export const newProvider = (name: unknown): Provider | null =>
  PROVIDERS.find((one) => one === name) ?? null

/** What was typed to add a number. */
export async function newSenderForm(request: HttpRequest): Promise<SenderDraft> {
  const provider = newProvider(request.input('provider')) ?? PROVIDERS[0]
  const draft = drafted(provider, await request.validateUsing(newSenderForms[provider]))
  return { ...draft, settings: completed(provider, draft.settings) }
}

/** What was typed to change one: secrets that were left empty stay. */
export async function senderForm(request: HttpRequest, sender: Sender): Promise<SenderDraft> {
  const provider = sender.provider!
  const known = unseal(sender)?.settings
  const forms = known ? senderForms : newSenderForms
  const draft = drafted(provider, await request.validateUsing(forms[provider]))
  return { ...draft, settings: completed(provider, draft.settings, known) }
}

function drafted(provider: Provider, { label, number, ...settings }: any): SenderDraft {
  return { provider, label, number: number ?? null, settings }
}
