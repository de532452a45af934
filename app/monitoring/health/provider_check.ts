import Sender from '#messages/models/sender'
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
    const { missingSettings } = whatsapp.use()
    if (missingSettings.length > 0) {
      return Result.failed(
        `O WhatsApp não está configurado. Defina ${missingSettings.join(', ')} e reinicie; as mensagens esperam.`
      )
    }
    const senders = await Sender.query().orderBy('id')
    return worst(senders.map(ofSender)) ?? Result.ok('O provedor aceita nossos envios.')
  }
}

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

const said = ({ lastCode, name }: Sender) => (lastCode ? whatsapp.use(name).explain(lastCode) : '')

const worst = (results: Result[]) =>
  results.find(({ status }) => status === 'error') ??
  results.find(({ status }) => status === 'warning')
