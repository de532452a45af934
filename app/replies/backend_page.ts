import ReplyBackend from '#replies/models/reply_backend'
import { senderLabels } from '#senders/sender_page'
import { PROVIDER_NAMES } from '#senders/sender_words'
import whatsapp from '#whatsapp/services/main'

export const DEFAULT_TIMEOUT_SECONDS = 10

/** Every number of ours and who answers for it, for *Respostas automáticas*. */
export async function backendsBySender() {
  const backends = new Map((await ReplyBackend.all()).map((backend) => [backend.sender, backend]))
  const labels = await senderLabels()
  return whatsapp.senders.map((sender) => {
    const backend = backends.get(sender) ?? null
    return {
      sender,
      label: labels[sender] ?? PROVIDER_NAMES[whatsapp.use(sender).provider],
      url: backend?.url ?? '',
      mode: backend?.mode ?? 'off',
      timeoutSeconds: backend?.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS,
      standing: backend && standingOf(backend),
    }
  })
}

/** How well it does, for a badge and a sentence. */
function standingOf(backend: ReplyBackend) {
  const { mode, isResting, failures, lastFailure, lastFailureAt, lastReplyAt } = backend
  const trouble = failures > 0 ? { at: lastFailureAt!, what: spokenFailure(lastFailure!) } : null
  if (mode === 'off') return { meaning: 'neutral', text: 'Desligado', trouble: null, lastReplyAt }
  if (isResting) return { meaning: 'failed', text: 'Não responde', trouble, lastReplyAt }
  if (trouble) return { meaning: 'attention', text: 'Falhou há pouco', trouble, lastReplyAt }
  return { meaning: 'done', text: 'Ligado', trouble: null, lastReplyAt }
}

const WORDS: Record<string, string> = {
  timeout: 'demorou demais para responder',
  unreachable: 'não foi possível conectar',
  server_error: 'respondeu com erro',
  refused: 'recusou o texto',
  unreadable: 'respondeu algo que não é uma resposta',
}

/** `timeout: 10 s` as people say it. */
export function spokenFailure(failure: string) {
  const [, reason, detail] = /^(\w+): (.*)$/s.exec(failure) ?? []
  return reason ? `${WORDS[reason] ?? reason} (${detail})` : failure
}
