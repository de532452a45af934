import type { Accepts } from '#contacts/consent'

/**
 * What people write to stop and to begin again, as `plain` leaves it. CANCELAR, QUIT and RESUME are missing on purpose:
 * to a candidate they mean the interview, the job or the résumé.
 */
const WORDS: Record<Accepts, string[]> = {
  own_interviews: [
    'parar',
    'pare',
    'parar mensagens',
    'parar de receber',
    'sair',
    'sair da lista',
    'cancelar inscricao',
    'cancelar a inscricao',
    'cancelar minha inscricao',
    'descadastrar',
    'descadastre',
    'descadastro',
    'me descadastre',
    'quero me descadastrar',
    'desinscrever',
    'remover',
    'remova',
    'me remova',
    'remover meu numero',
    'nao quero receber mensagens',
    'nao quero mais receber mensagens',
    'stop',
    'unsubscribe',
    'remove',
    'remove me',
    'opt out',
    'optout',
    'salir',
    'baja',
    'darme de baja',
    'cancelar suscripcion',
  ],
  nothing: [
    'bloquear tudo',
    'bloqueie tudo',
    'bloqueia tudo',
    'parar tudo',
    'pare tudo',
    'nao quero receber nada',
    'nao me mande mais nada',
    'stop all',
    'stopall',
    'block all',
    'block everything',
    'bloquear todo',
    'parar todo',
  ],
  everything: [
    'voltar',
    'voltar a receber',
    'reinscrever',
    'start',
    'unstop',
    'subscribe',
    'volver',
    'volver a recibir',
  ],
}

const DECISIONS = new Map(
  Object.entries(WORDS).flatMap(([accepts, words]) =>
    words.map((word) => [word, accepts as Accepts] as const)
  )
)

/** What a message decides about our writing, when it says that and nothing else. */
export const decisionIn = (text: string): Accepts | null => DECISIONS.get(plain(text)) ?? null

/** Without case, accents, punctuation, emoji and needless spaces. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
