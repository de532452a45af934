import type { Locale } from '#contacts/locales'
import { currentTwin } from '#templates/approval/current_twin'
import { sameTwin, type DerivedTwin } from '#templates/approval/derive_twin'
import { fillTwin } from '#templates/approval/fill_twin'
import { adviceOn, CATEGORY_ADVICE, STATE_BADGES } from '#templates/approval/twin_words'
import { toHtml } from '#core/whatsapp_markup'
import TemplateTwin from '#templates/models/template_twin'
import { sceneValues } from '#templates/preview_scenes'
import type { TemplateKey } from '#templates/template_catalogue'
import { TextFault } from '#templates/text_fault'
import type { Provider } from '#whatsapp/gateways/gateway'
import whatsapp from '#whatsapp/services/main'
import db from '@adonisjs/lucid/services/db'

/** For the number of the environment, which nobody named. */
const PROVIDER_NAMES: Record<Provider, string> = {
  twilio: 'Twilio',
  cloud_api: 'Meta',
  chat_app: 'ChatApp',
}

export interface ApprovalNumber {
  sender: string
  label: string
  /** Sends free text at any time: a twin is only tried out. */
  isSandbox: boolean
}

/** The numbers that can send approved templates. */
export async function approvalNumbers(): Promise<ApprovalNumber[]> {
  const rows: { name: string; label: string | null }[] = await db
    .from('senders')
    .select('name', 'label')
  const labels = new Map(rows.map(({ name, label }) => [name, label]))
  return whatsapp.senders
    .map((sender) => ({ sender, gateway: whatsapp.use(sender) }))
    .filter(({ gateway }) => gateway.templates !== null)
    .map(({ sender, gateway }) => ({
      sender,
      label: labels.get(sender) ?? PROVIDER_NAMES[gateway.provider],
      isSandbox: gateway.capabilities.freeTextAnytime,
    }))
}

/** Beside a text: what would be approved of it, and where it stands with each number. */
export async function approvalOf(key: TemplateKey, locale: Locale) {
  const derived = await currentTwin(key, locale)
  const numbers = await approvalNumbers()
  const standings = await Promise.all(numbers.map((one) => standingOf(one, key, locale, derived)))
  if (derived instanceof TextFault) return { standings, fault: derived, twin: null }
  return { standings, fault: null, twin: shown(derived, locale) }
}

function shown(derived: DerivedTwin, locale: Locale) {
  const { body } = fillTwin(derived, sceneValues('onsite', locale))
  return { body: derived.body, formatted: toHtml(body), buttons: derived.buttons }
}

async function standingOf(
  number: ApprovalNumber,
  templateKey: TemplateKey,
  locale: Locale,
  derived: DerivedTwin | TextFault
) {
  const of = { sender: number.sender, templateKey, locale }
  const newest = await TemplateTwin.newest(of)
  const inUse = await TemplateTwin.inUse(of)
  const isCurrent = newest !== null && !(derived instanceof TextFault) && sameTwin(newest, derived)
  return {
    ...number,
    newest,
    badge: STATE_BADGES[newest?.state ?? 'none'],
    advice: adviceOn(newest, { isCurrent }),
    marketing: newest?.isMarketing ? CATEGORY_ADVICE : null,
    /** An older one speaks meanwhile. */
    older: inUse && inUse.id !== newest?.id ? inUse : null,
    canSubmit: !(derived instanceof TextFault) && !(isCurrent && isSettled(newest)),
    canCheck: newest?.providerTemplateId !== null && newest !== null,
  }
}

const isSettled = ({ state }: TemplateTwin) => state === 'pending' || state === 'approved'

/** On the list of texts: how many are approved for each number, in any language. */
export async function approvalCounts() {
  const rows: { sender: string; state: string; count: number | string }[] = await db
    .from('template_twins')
    .select('sender', 'state')
    .count('* as count')
    .groupBy('sender', 'state')
  const countOf = (sender: string, state: string) =>
    Number(rows.find((row) => row.sender === sender && row.state === state)?.count ?? 0)
  const numbers = await approvalNumbers()
  return numbers.map((number) => ({
    ...number,
    approved: countOf(number.sender, 'approved'),
    pending: countOf(number.sender, 'pending'),
    rejected: countOf(number.sender, 'rejected'),
  }))
}
