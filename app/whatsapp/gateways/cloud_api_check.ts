import { GraphFailure, type GraphClient } from '#whatsapp/gateways/cloud_api_client'
import { explainCode } from '#whatsapp/gateways/cloud_api_errors'
import {
  graphRoot,
  hintOf,
  unusableSettings,
  type CloudApiSettings,
} from '#whatsapp/gateways/cloud_api_settings'
import type { CheckResult } from '#whatsapp/gateways/gateway'

const FIELDS = 'display_phone_number,verified_name,quality_rating'

/** Asks Meta for the number, with nothing sent, and says in plain Portuguese whether the sender can work. */
export async function checkCloudApi(
  settings: CloudApiSettings,
  client: GraphClient
): Promise<CheckResult> {
  const unusable = unusableSettings(settings)
  if (unusable.length > 0) return notConfigured(unusable)
  try {
    const number = await client.ask('GET', `${settings.phoneNumberId}?fields=${FIELDS}`)
    return ready(number)
  } catch (error) {
    return error instanceof GraphFailure ? refused(error) : unreachable(settings, error)
  }
}

function notConfigured(unusable: string[]): CheckResult {
  const steps = unusable.map((name) => `Confira em Configurações › Números: ${hintOf(name)}.`)
  steps.push('Até lá as mensagens deste número esperam; nenhuma se perde.')
  return { ok: false, summary: 'WhatsApp (Meta) não configurado.', steps }
}

function ready({ display_phone_number: number, verified_name: name, quality_rating }: any) {
  const isPoor = quality_rating === 'RED'
  const warning = 'A qualidade do número está baixa: a Meta pode limitar os envios.'
  const summary = `WhatsApp pronto na Meta com o número ${number}, “${name}”.`
  return { ok: true, summary, steps: isPoor ? [warning] : [] }
}

function refused({ code, message }: GraphFailure): CheckResult {
  return { ok: false, summary: explainCode(code), steps: [`Detalhe técnico: ${code} ${message}`] }
}

function unreachable(settings: CloudApiSettings, error: unknown): CheckResult {
  return {
    ok: false,
    summary: `Não conseguimos falar com a Meta (${new URL(graphRoot(settings)).host}).`,
    steps: [
      'Confira a internet deste servidor e se o firewall deixa sair para graph.facebook.com na porta 443.',
      `Detalhe técnico: ${error instanceof Error ? error.message : error}`,
    ],
  }
}
