/** The four things a colour may mean; each comes with a word and a shape. */
export type Meaning = 'done' | 'waiting' | 'attention' | 'failed'

interface Mark {
  icon: string
  label: string
  meaning?: Meaning
}

const BADGE_ICONS: Record<Meaning, string> = {
  done: 'check',
  waiting: 'clock',
  attention: 'triangle-alert',
  failed: 'circle-x',
}

const TICKS: Record<string, Mark> = {
  queued: { icon: 'clock', label: 'Na fila' },
  sending: { icon: 'clock', label: 'Enviando' },
  accepted: { icon: 'check', label: 'Aceita' },
  sent: { icon: 'check', label: 'Enviada' },
  delivered: { icon: 'check-check', label: 'Entregue' },
  read: { icon: 'check-check', label: 'Lida' },
  received: { icon: 'corner-down-left', label: 'Recebida' },
  failed: { icon: 'circle-x', label: 'Falhou', meaning: 'failed' },
  unconfirmed: { icon: 'circle-help', label: 'Sem confirmação', meaning: 'attention' },
  expired: { icon: 'timer-off', label: 'Fora de hora', meaning: 'attention' },
  canceled: { icon: 'ban', label: 'Cancelada' },
  superseded: { icon: 'ban', label: 'Substituída' },
}

const TONES = 4

export const badgeIcon = (meaning?: Meaning) => (meaning ? BADGE_ICONS[meaning] : undefined)

/** The mark of a message's status, as WhatsApp taught everybody to read it. */
export const tickOf = (status: string): Mark => TICKS[status] ?? { icon: 'circle', label: status }

/** `Maria de Souza` → `MS`. */
export function initialsOf(name: string) {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(firstLetter)
  return letters.join('').toLocaleUpperCase('pt-BR') || '?'
}

/** By code point, so that a name that begins with an emoji is not cut in half. */
const firstLetter = (word?: string) => (word ? [...word][0] : '')

/** The same person always has the same colour. */
export const toneOf = (name: string) =>
  [...name].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) % TONES

export const slugOf = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
