import { appUrl } from '#config/app'
import Sender from '#messages/models/sender'
import { ENVIRONMENT_SENDER, environmentNumber } from '#senders/environment_sender'
import { unseal } from '#senders/sealed_settings'
import { SETTING_FIELDS, withoutSecrets } from '#senders/settings_fields'
import { labelOf, missingOf, PROVIDER_NAMES, STATE_MARKS, stateOf } from '#senders/sender_words'
import { SETTING_HINTS } from '#whatsapp/gateways/twilio_settings'
import type { Provider } from '#whatsapp/gateways/gateway'
import whatsapp from '#whatsapp/services/main'

/** Something to be copied into the provider's console. */
export interface Paste {
  id: string
  label: string
  value: string
}

/** One of our numbers as *Números* shows it. */
export function numberView(sender: Sender) {
  const { name, lastCode } = sender
  const state = stateOf(sender)
  const { provider, capabilities } = whatsapp.use(name)
  return {
    sender,
    provider,
    providerName: PROVIDER_NAMES[provider],
    label: labelOf(sender),
    number: sender.provider ? sender.number : environmentNumber(),
    isOfEnvironment: !sender.provider,
    isDefault: name === whatsapp.defaultSender,
    state,
    mark: STATE_MARKS[state],
    missing: missingOf(name).map((setting) => ({ name: setting, hint: SETTING_HINTS[setting] })),
    messagesPerMinute: capabilities.messagesPerMinute,
    refusal: lastCode && whatsapp.use(name).explain(lastCode),
  }
}

export type NumberView = ReturnType<typeof numberView>

/** From now on every sender has a row, and this process knows each. */
export async function meetSenders() {
  await Sender.named(ENVIRONMENT_SENDER)
  await whatsapp.refresh()
}

/** All of them: the default one first, the retired ones last. */
export async function numberViews() {
  await meetSenders()
  const views = (await Sender.query().orderBy('id')).map(numberView)
  const rank = ({ isDefault, sender }: NumberView) => (isDefault ? 0 : sender.isRetired ? 2 : 1)
  return views.sort((a, b) => rank(a) - rank(b))
}

/** What people call each number, by the name we know it by. */
export async function senderLabels() {
  const senders = await Sender.all()
  return Object.fromEntries(senders.map((sender) => [sender.name, labelOf(sender)]))
}

/** What may be shown again of what its provider was told; null when it cannot be read, or comes from elsewhere. */
export function shownSettings(sender: Sender) {
  const account = unseal(sender)
  return account && withoutSecrets(account.settings)
}

/** What the form of a number's access asks for, and what may be shown in it. */
export function accessOf(provider: Provider, sender?: Sender) {
  const settings = sender ? shownSettings(sender) : null
  const { label = null, number = null } = sender ?? {}
  const fields = SETTING_FIELDS[provider]
  return { provider, label, number, fields, settings, isStored: settings !== null }
}

export function pastes(sender: Sender): Paste[] {
  switch (whatsapp.use(sender.name).provider) {
    case 'twilio':
      return [
        paste(
          'inbound-url',
          'Quando chega uma mensagem (When a message comes in)',
          '/twilio/messages'
        ),
      ]
    case 'cloud_api':
      return [
        paste('callback-url', 'URL de retorno de chamada (Callback URL)', '/whatsapp'),
        {
          id: 'verify-token',
          label: 'Token de verificação (Verify token)',
          value: shownSettings(sender)?.verify_token ?? '',
        },
      ]
    case 'chat_app':
      return [paste('webhook-url', 'Endereço do webhook', `/chat_app/${sender.webhookKey}`)]
  }
}

const paste = (id: string, label: string, path: string): Paste => ({
  id,
  label,
  value: `${appUrl}/webhooks${path}`,
})
