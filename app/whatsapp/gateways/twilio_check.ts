import type { Twilio } from 'twilio'
import { explainCode } from '#whatsapp/gateways/twilio_errors'
import { twilioFailure } from '#whatsapp/gateways/twilio_failure'
import type { CheckResult } from '#whatsapp/gateways/gateway'
import {
  canCallBack,
  isSandbox,
  senderOf,
  SETTING_HINTS,
  unusableSettings,
  type TwilioSettings,
} from '#whatsapp/gateways/twilio_settings'

const SANDBOX_STEPS = [
  'Cada pessoa precisa enviar “join …” (as duas palavras do seu sandbox) para +1 415 523-8886 antes de receber mensagens.',
  'A entrada no sandbox vale por 3 dias; depois a pessoa envia “join …” de novo.',
]

const NO_RECEIPTS =
  'APP_URL não é um endereço público: as mensagens saem, mas o Twilio não consegue avisar a entrega nem trazer respostas.'

/**
 * Asks Twilio for the account, with nothing sent, and says in plain Portuguese whether the sender can work.
 */
export async function checkTwilio(
  settings: TwilioSettings,
  connect: () => Promise<Twilio>
): Promise<CheckResult> {
  const unusable = unusableSettings(settings)
  if (unusable.length > 0) return notConfigured(unusable)
  try {
    const twilio = await connect()
    const account = await twilio.api.v2010.accounts(settings.accountSid!).fetch()
    return account.status === 'active' ? ready(settings, account.friendlyName) : inactive()
  } catch (error) {
    return unreachable(settings, error)
  }
}

function notConfigured(unusable: string[]): CheckResult {
  const steps = unusable.map((name) => `Defina ${name} no arquivo .env: ${SETTING_HINTS[name]}.`)
  steps.push('Reinicie a aplicação. Até lá as mensagens esperam; nenhuma se perde.')
  return { ok: false, summary: 'WhatsApp não configurado.', steps }
}

function ready(settings: TwilioSettings, name: string): CheckResult {
  const sender = senderOf(settings.from)
  const shared = isSandbox(settings)
  const place = shared ? `no sandbox do Twilio (${sender})` : `com o remetente ${sender}`
  return {
    ok: true,
    summary: `WhatsApp pronto ${place}, conta “${name}”.`,
    steps: [...(shared ? SANDBOX_STEPS : []), ...(canCallBack(settings) ? [] : [NO_RECEIPTS])],
  }
}

function inactive(): CheckResult {
  return {
    ok: false,
    summary: 'A conta do Twilio não está ativa.',
    steps: [
      'Entre em console.twilio.com e regularize a conta; ela pode estar suspensa ou encerrada.',
    ],
  }
}

function unreachable(settings: TwilioSettings, error: unknown): CheckResult {
  const { outcome, code, detail } = twilioFailure(error)
  if (outcome === 'sender_blocked') return refused(code, settings)
  return {
    ok: false,
    summary: `Não conseguimos falar com ${settings.baseUrl ?? 'o Twilio (api.twilio.com)'}.`,
    steps: [connectionStep(settings), `Detalhe técnico: ${[code, detail].join(' ')}`],
  }
}

function refused(code: string, { isEditable }: TwilioSettings): CheckResult {
  const again = 'Copie de novo o Account SID e o Auth Token do console do Twilio para'
  const steps = isEditable
    ? [`${again} os dados de acesso deste número.`]
    : [`${again} o .env.`, 'Reinicie a aplicação.']
  return { ok: false, summary: explainCode(code), steps }
}

function connectionStep({ baseUrl }: TwilioSettings) {
  return baseUrl
    ? 'Confira TWILIO_API_BASE_URL. O simulador vive dentro da aplicação: ela precisa estar no ar (npm start).'
    : 'Confira a internet deste servidor e se o firewall deixa sair para api.twilio.com na porta 443.'
}
