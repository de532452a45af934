import type TemplateTwin from '#templates/models/template_twin'
import type { TwinState } from '#templates/models/template_twin'
import type { Submission } from '#templates/approval/submit_twin'

export interface Said {
  isDone: boolean
  text: string
}

type Badge = { text: string; meaning?: 'done' | 'waiting' | 'attention' | 'failed' }

export const STATE_BADGES: Record<TwinState | 'none', Badge> = {
  none: { text: 'Não pedido' },
  draft: { text: 'Não enviado', meaning: 'attention' },
  pending: { text: 'Em análise', meaning: 'waiting' },
  approved: { text: 'Aprovado', meaning: 'done' },
  rejected: { text: 'Recusado', meaning: 'failed' },
  paused: { text: 'Pausado', meaning: 'attention' },
  disabled: { text: 'Desativado', meaning: 'failed' },
}

export const CATEGORY_ADVICE =
  'O WhatsApp o classificou como marketing: custa mais e pode não chegar a todos. Tire do texto o que pareça propaganda e peça outra aprovação.'

const CHANGED =
  'O texto mudou depois da aprovação: fora da janela de 24 horas ainda sai o texto antigo. Peça a aprovação do novo.'
const ASK_AGAIN = 'Mude o texto e peça outra aprovação.'

/** What a state means and what to do about it. */
export function adviceOn(twin: TemplateTwin | null, { isCurrent }: { isCurrent: boolean }): string {
  if (!twin) return 'Fora da janela de 24 horas este texto não sai. Peça a aprovação.'
  switch (twin.state) {
    case 'draft':
      return twin.reason ?? 'Está sendo enviado.'
    case 'pending':
      return isCurrent
        ? 'O WhatsApp costuma decidir em minutos, mas pode levar dois dias.'
        : 'O texto mudou depois do pedido. Peça a aprovação do novo.'
    case 'approved':
      return isCurrent ? 'Fora da janela de 24 horas o texto sai assim.' : CHANGED
    case 'rejected':
      return `${said(twin)}${ASK_AGAIN}`
    case 'paused':
      return `${said(twin)}Em geral muitas pessoas o bloquearam ou denunciaram. Espere que volte, ou: ${ASK_AGAIN.toLowerCase()}`
    case 'disabled':
      return `${said(twin)}Ele não volta. ${ASK_AGAIN}`
    default:
      return twin.state satisfies never
  }
}

const REASONS: Record<string, string> = {
  INVALID_FORMAT: 'O formato não é aceito: confira onde estão os campos.',
  TAG_CONTENT_MISMATCH: 'O texto não parece aviso de serviço ou não está no idioma indicado.',
  ABUSIVE_CONTENT: 'O WhatsApp viu no texto conteúdo que não aceita.',
  PROMOTIONAL: 'O WhatsApp viu propaganda no texto.',
  SCAM: 'O WhatsApp achou o texto parecido com um golpe.',
}

/** The provider's reason, in Portuguese where it is one of those it often gives. */
function said({ reason }: TemplateTwin) {
  if (!reason) return ''
  if (REASONS[reason]) return `${REASONS[reason]} `
  return /[.!?]$/.test(reason) ? `${reason} ` : `Motivo: ${reason}. `
}

/** What became of asking, for the person who asked. */
export function submissionWords(submission: Submission): Said {
  switch (submission.outcome) {
    case 'submitted':
      return { isDone: true, text: 'Enviado para aprovação. A resposta aparece aqui.' }
    case 'unchanged':
      return { isDone: true, text: 'Este texto já está aprovado ou em análise.' }
    case 'underway':
      return { isDone: true, text: 'Este texto está sendo enviado neste momento.' }
    case 'unable':
      return { isDone: false, text: 'Este número não envia modelos aprovados.' }
    case 'fault':
      return { isDone: false, text: String(submission.fault) }
    case 'refused':
      return { isDone: false, text: submission.reason }
    default:
      return submission satisfies never
  }
}

/** The same of many. */
export function submissionsWords(submissions: Submission[]): Said {
  const count = (...outcomes: string[]) =>
    submissions.filter(({ outcome }) => outcomes.includes(outcome)).length
  const sent = count('submitted')
  const failed = count('refused', 'fault', 'unable')
  const parts = [
    sent > 0 && `${sent} ${sent === 1 ? 'texto enviado' : 'textos enviados'} para aprovação`,
    failed > 0 &&
      `${failed} não ${failed === 1 ? 'pôde' : 'puderam'} ser: o motivo está em cada texto`,
    sent + failed === 0 && 'Todos já estão aprovados ou em análise',
  ]
  return { isDone: failed === 0, text: `${parts.filter(Boolean).join('; ')}.` }
}
