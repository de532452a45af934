import type WebhookCall from '#webhooks/models/webhook_call'
import type { RefusalReason } from '#webhooks/refusals'
import type { Provider } from '#whatsapp/gateways/gateway'

const LONGEST_SHOWN = 20_000

export const PROVIDER_NAMES: Record<Provider, string> = {
  twilio: 'Twilio',
  cloud_api: 'Meta',
  chat_app: 'ChatApp',
}

const KINDS: Record<WebhookCall['kind'], string> = {
  status: 'Situação de envio',
  message: 'Mensagem recebida',
  batch: 'Lote',
}

const VERDICTS: Record<string, { meaning: string; text: string; help: string }> = {
  received: { meaning: 'done', text: 'Recebida', help: 'A mensagem da pessoa foi guardada.' },
  applied: { meaning: 'done', text: 'Aplicada', help: 'A situação do envio foi atualizada.' },
  duplicate: { meaning: 'neutral', text: 'Repetida', help: 'Já conhecíamos esta mensagem.' },
  ignored: {
    meaning: 'neutral',
    text: 'Nada a fazer',
    help: 'Não traz nada que nos diga respeito.',
  },
  unknown_message: {
    meaning: 'attention',
    text: 'Envio desconhecido',
    help: 'Fala de um envio que não é deste sistema. É comum quando a mesma conta serve a outro.',
  },
  not_understood: {
    meaning: 'failed',
    text: 'Não entendida',
    help: 'O conteúdo não é o que o provedor costuma mandar. Está guardado como veio.',
  },
  gave_up: {
    meaning: 'failed',
    text: 'Falhou sempre',
    help: 'Processar falhou dez vezes. Depois de corrigir a causa, use Reprocessar.',
  },
}

const WAITING = { meaning: 'waiting', text: 'Na fila', help: 'Ainda não foi processada.' }

const REFUSED: Record<RefusalReason, string> = {
  signature:
    'A assinatura não confere: confira o token ou o segredo em Números e se APP_URL é o endereço público que o provedor chama.',
  address: 'O endereço não é de nenhum número nosso: confira o que está no painel do provedor.',
  too_large: 'Maiores que 3 MB: nenhum provedor manda chamadas assim.',
}

export const kindName = ({ kind }: WebhookCall) => KINDS[kind]

export const verdictOf = ({ outcome }: WebhookCall) =>
  (outcome && VERDICTS[outcome]) || { ...WAITING, ...(outcome && { text: outcome }) }

export const refusalText = (reason: RefusalReason) => REFUSED[reason]

/** The call as a person can read it: JSON in lines, a form as its fields. */
export function readable({ body }: Pick<WebhookCall, 'body'>) {
  if (!body) return { text: null, fields: null, isCut: false }
  const json = indented(body)
  if (!json && /^[^=\s]+=/.test(body))
    return { text: null, fields: [...new URLSearchParams(body)], isCut: false }
  const text = json ?? body
  return { text: text.slice(0, LONGEST_SHOWN), fields: null, isCut: text.length > LONGEST_SHOWN }
}

function indented(body: string) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return null
  }
}
