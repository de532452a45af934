import Message from '#messages/models/message'
import whatsapp from '#whatsapp/services/main'

export interface Banner {
  title: string
  text: string
}

/** What keeps every message waiting until somebody mends it; null when nothing does. */
export async function whatsappBanner(): Promise<Banner | null> {
  const { missingSettings } = whatsapp.use()
  if (missingSettings.length > 0) return notConfigured(missingSettings)
  const blocked = await blockedMessage()
  return blocked && refused(blocked)
}

/** Those that wait for the sender to be mended; the index of due messages answers. */
const blockedMessage = () =>
  Message.query().whereRaw(`status = 'queued'`).where('reason', 'sender_blocked').first()

const notConfigured = (missing: string[]): Banner => ({
  title: 'WhatsApp não configurado.',
  text: `Falta definir ${missing.join(', ')}. As mensagens esperam; nenhuma se perde.`,
})

const refused = ({ errorCode, sender }: Message): Banner => ({
  title: 'O WhatsApp recusa nosso remetente.',
  text: `${errorCode ? whatsapp.use(sender).explain(errorCode) : ''} As mensagens esperam; nenhuma se perde.`.trim(),
})
