import Sender from '#messages/models/sender'
import { ENVIRONMENT_SENDER } from '#senders/environment_sender'
import { missingOf, unreadySenders } from '#senders/sender_words'
import { Check } from '#monitoring/health/check'
import { Result } from '@adonisjs/core/health'
import whatsapp from '#whatsapp/services/main'

/**
 * What is known of the provider already; it is not asked, because who asks here asks often. `whatsapp:check` asks.
 */
export class ProviderCheck extends Check {
  name = 'provider'
  protected unknown = 'Não foi possível ler o estado dos remetentes.'

  protected async look() {
    const [unready] = unreadySenders()
    if (unready) return notConfigured(unready)
    const senders = await Sender.query().whereNull('retired_at').orderBy('id')
    return worst(senders.map(ofSender)) ?? Result.ok('O provedor aceita nossos envios.')
  }
}

const notConfigured = (name: string) =>
  Result.failed(
    name === ENVIRONMENT_SENDER
      ? `O WhatsApp não está configurado. Defina ${missingOf(name).join(', ')} e reinicie; as mensagens esperam.`
      : `Os dados de acesso do remetente ${name} não puderam ser lidos. Volte à APP_KEY anterior, ou digite-os de novo em Configurações › Números; as mensagens dele esperam.`
  )

function ofSender(sender: Sender) {
  switch (sender.state) {
    case 'blocked':
      return Result.failed(
        `O provedor recusa o remetente ${sender.name}. ${said(sender)} Depois rode “node ace whatsapp:check”.`
      )
    case 'held':
      return Result.warning(
        `O provedor pediu calma ao remetente ${sender.name}: os envios voltam sozinhos. ${said(sender)}`.trim()
      )
    case 'paused':
      return Result.warning(
        `O remetente ${sender.name} está pausado por uma pessoa. Retome em Fila de envio quando for a hora.`
      )
    case 'retired':
    case 'open':
      return Result.ok('O provedor aceita nossos envios.')
  }
}

const said = ({ lastCode, name }: Sender) =>
  lastCode && whatsapp.knows(name) ? whatsapp.use(name).explain(lastCode) : ''

const worst = (results: Result[]) =>
  results.find(({ status }) => status === 'error') ??
  results.find(({ status }) => status === 'warning')
