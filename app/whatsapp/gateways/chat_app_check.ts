import { ChatAppRefusal } from '#whatsapp/gateways/chat_app_client'
import { chatAppFailure } from '#whatsapp/gateways/chat_app_failure'
import { explainChatApp } from '#whatsapp/gateways/chat_app_words'
import type { ChatAppSession } from '#whatsapp/gateways/chat_app_session'
import {
  callbackAddress,
  CHAT_APP_HINTS,
  unusableChatAppSettings,
  type ChatAppSettings,
} from '#whatsapp/gateways/chat_app_settings'
import type { CheckResult } from '#whatsapp/gateways/gateway'
import { canCallBack } from '#whatsapp/gateways/twilio_settings'

interface Licence {
  licenseId: number | string
  licenseName?: string
  status?: { code?: string }
  messenger?: { type: string }[]
}

interface CallbackEntry {
  licenseId?: number | string
  messengerType?: string
  url?: string
}

const EVENTS = ['message', 'messageStatus']

const UNOFFICIAL =
  'grWhatsApp não é um canal oficial da Meta: envie devagar, só a quem espera a mensagem, ou o número pode ser banido.'
const NO_CALLBACKS =
  'APP_URL não é um endereço público: as mensagens saem, mas o ChatApp não consegue avisar a entrega nem trazer respostas.'
const NOT_REGISTERED =
  'O ChatApp não aceitou o endereço de avisos: as mensagens saem, mas sem recibos nem respostas. Verifique de novo em alguns minutos.'

/**
 * Asks ChatApp for the licences, with nothing sent, sees to it that ChatApp knows where to call us, and says in plain
 * Portuguese whether the sender can work.
 */
export async function checkChatApp(
  settings: ChatAppSettings,
  session: ChatAppSession
): Promise<CheckResult> {
  const unusable = unusableChatAppSettings(settings)
  if (unusable.length > 0) return notConfigured(unusable)
  try {
    const licences = (await session.ask<Licence[]>('GET', '/licenses')) ?? []
    return trouble(settings, licences) ?? (await ready(settings, session, licences))
  } catch (error) {
    return unreachable(settings, error)
  }
}

function notConfigured(unusable: string[]): CheckResult {
  const steps = unusable.map((name) => `Preencha ${name}: ${CHAT_APP_HINTS[name]}.`)
  steps.push('Até lá as mensagens esperam; nenhuma se perde.')
  return { ok: false, summary: 'ChatApp não configurado.', steps }
}

const isOurs =
  ({ licenceId }: ChatAppSettings) =>
  ({ licenseId }: { licenseId?: number | string }) =>
    String(licenseId) === licenceId

/** `“Recepção” (123), paga` */
const described = ({ licenseId, licenseName, status }: Licence) =>
  `“${licenseName ?? licenseId}” (${licenseId}), ${status?.code === 'paid' ? 'paga' : 'não paga'}`

function trouble(settings: ChatAppSettings, licences: Licence[]): CheckResult | null {
  const licence = licences.find(isOurs(settings))
  const known = `Licenças desta conta: ${licences.map(described).join('; ') || 'nenhuma'}.`
  if (!licence) {
    const summary = `A licença ${settings.licenceId} não é desta conta do ChatApp.`
    return { ok: false, summary, steps: ['Copie o número da licença do painel do ChatApp.', known] }
  }
  if (licence.status?.code !== 'paid') {
    const summary = `A licença ${described(licence)}, não envia.`
    return { ok: false, summary, steps: ['Regularize a licença no painel do ChatApp.', known] }
  }
  if (licence.messenger?.some(({ type }) => type === settings.messenger)) return null
  return {
    ok: false,
    summary: `A licença ${described(licence)}, não tem ${settings.messenger}.`,
    steps: ['Conecte o WhatsApp à licença no painel do ChatApp, ou escolha o outro tipo de canal.'],
  }
}

async function ready(
  settings: ChatAppSettings,
  session: ChatAppSession,
  licences: Licence[]
): Promise<CheckResult> {
  const licence = licences.find(isOurs(settings))!
  const advice = settings.messenger === 'grWhatsApp' ? [UNOFFICIAL] : []
  return {
    ok: true,
    summary: `WhatsApp pronto pelo ChatApp, licença ${described(licence)}.`,
    steps: [...advice, ...(await callbackAdvice(settings, session))],
  }
}

async function callbackAdvice(settings: ChatAppSettings, session: ChatAppSession) {
  const url = callbackAddress(settings)
  if (!url || !canCallBack(settings)) return [NO_CALLBACKS]
  try {
    await register(url, settings, session)
    return []
  } catch {
    return [NOT_REGISTERED]
  }
}

/** Does nothing where ChatApp could not call. */
export async function askForCalls(settings: ChatAppSettings, session: ChatAppSession) {
  const url = callbackAddress(settings)
  if (unusableChatAppSettings(settings).length > 0 || !url || !canCallBack(settings)) return
  await register(url, settings, session)
}

/** ChatApp calls the address with an empty body before it takes it. */
async function register(url: string, settings: ChatAppSettings, session: ChatAppSession) {
  const { licenceId, messenger } = settings
  const known = await session.ask<CallbackEntry[]>('GET', '/callbackUrls')
  const isKnown =
    Array.isArray(known) &&
    known.some((one) => isOurs(settings)(one) && one.messengerType === messenger && one.url === url)
  if (isKnown) return
  const path = `/licenses/${licenceId}/messengers/${messenger}/callbackUrl`
  await session.ask('PUT', path, { events: EVENTS, url })
}

function unreachable({ baseUrl }: ChatAppSettings, error: unknown): CheckResult {
  const { outcome, code, detail } = chatAppFailure(error)
  const steps = [`Detalhe técnico: ${[code, detail].join(' ')}`]
  if (outcome === 'sender_blocked') {
    const advice = 'Digite de novo o e-mail, a senha e o appId do ChatApp.'
    return { ok: false, summary: explainChatApp(code), steps: [advice, ...steps] }
  }
  const summary = `Não conseguimos falar com ${baseUrl ?? 'o ChatApp (api.chatapp.online)'}.`
  const advice =
    error instanceof ChatAppRefusal
      ? 'Tente de novo em alguns minutos.'
      : 'Confira a internet deste servidor e se o firewall deixa sair para api.chatapp.online na porta 443.'
  return { ok: false, summary, steps: [advice, ...steps] }
}
