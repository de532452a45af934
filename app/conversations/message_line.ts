import { messageName } from '#messages/message_words'
import type Message from '#messages/models/message'
import type { Media, MediaKind, MessageContent } from '#whatsapp/content'

const KIND_NAMES: Record<MediaKind, string> = {
  image: 'Foto',
  video: 'Vídeo',
  audio: 'Áudio',
  document: 'Documento',
  sticker: 'Figurinha',
}

/** A file by its name, or by what it is. */
export function mediaName({ kind, filename, isVoice }: Media) {
  if (isVoice) return 'Mensagem de voz'
  return filename ? `${KIND_NAMES[kind]}: ${filename}` : KIND_NAMES[kind]
}

/** A message in one line: what it says, else what it is. */
export function messageLine({ body, content, kind, templateKey }: Message): string {
  const name = kind === 'notice' || kind === 'reminder' ? messageName(kind, templateKey) : null
  return name ?? (body.trim() || contentLine(content))
}

function contentLine(content: MessageContent | null) {
  if (!content) return 'Texto apagado'
  const { media, location, contacts, reaction } = content
  if (media?.length) return media.map(mediaName).join(', ')
  if (location) return location.name ? `Local: ${location.name}` : 'Localização'
  if (contacts?.length) return `Contato: ${contacts.map(({ name }) => name).join(', ')}`
  if (reaction) return reaction.emoji ? `Reagiu com ${reaction.emoji}` : 'Retirou a reação'
  return 'Mensagem de um tipo que ainda não mostramos'
}
