import { isProvidersWord, REASONS, type Reason } from '#messages/reasons'
import whatsapp from '#whatsapp/services/main'

interface Explicable {
  sender: string
  reason: Reason | null
  errorCode: string | null
}

/** Why a message is where it is, for a recruiter: the provider's reason where it gave one. */
export function explain({ sender, reason, errorCode }: Explicable) {
  if (!reason) return null
  if (errorCode && whatsapp.knows(sender) && isProvidersWord(reason))
    return whatsapp.use(sender).explain(errorCode)
  return REASONS[reason]
}
