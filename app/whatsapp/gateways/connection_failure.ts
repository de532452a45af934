import type { SendFailure } from '#whatsapp/send_result'

/** The request never left: no byte of it was written, so the provider cannot have it. */
export class NeverSentError extends Error {
  constructor(cause: Error) {
    super(describe(cause), { cause })
  }
}

const TIMEOUTS = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT'])
const DETAIL_LIMIT = 500

const EXPLANATIONS: Record<string, string> = {
  unreachable: 'Não conseguimos falar com o provedor. A mensagem não saiu e será tentada de novo.',
  timeout: 'O provedor não respondeu a tempo. Estamos conferindo se a mensagem saiu.',
  connection_lost: 'A conexão caiu durante o envio. Estamos conferindo se a mensagem saiu.',
  unreadable_answer: 'A resposta do provedor veio ilegível. Estamos conferindo se a mensagem saiu.',
}

/**
 * An error of the connection, not an answer of the provider. Unless nothing was written, the message may be out.
 */
export function connectionFailure(error: unknown): SendFailure {
  const cause = error instanceof Error ? error : new Error(String(error))
  const detail = describe(cause).slice(0, DETAIL_LIMIT)
  if (cause instanceof NeverSentError) return { outcome: 'not_sent', code: 'unreachable', detail }
  return { outcome: 'unconfirmed', code: nameOf(cause), detail }
}

export function explainConnection(code: string): string | undefined {
  return Object.hasOwn(EXPLANATIONS, code) ? EXPLANATIONS[code] : undefined
}

function nameOf(error: NodeJS.ErrnoException) {
  if (TIMEOUTS.has(error.code ?? '')) return 'timeout'
  return error.code ? 'connection_lost' : 'unreadable_answer'
}

/** An `AggregateError` of several addresses tried has no message of its own. */
function describe(error: NodeJS.ErrnoException) {
  return [error.code, error.message].filter(Boolean).join(': ')
}
