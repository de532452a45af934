import { Problem } from '#core/problem'
import type { MediaKind, MessageContent } from '#whatsapp/content'
import type { Capabilities } from '#whatsapp/gateways/gateway'
import whatsapp from '#whatsapp/services/main'

const PLURALS: Record<MediaKind, string> = {
  image: 'imagens',
  video: 'vídeos',
  audio: 'áudios',
  document: 'documentos',
  sticker: 'figurinhas',
}

const NOT_TAKEN = {
  location: 'Este número não envia localizações. Escreva o endereço no texto.',
  contacts: 'Este número não envia cartões de contato. Escreva o nome e o telefone no texto.',
  reactions: 'Este número não envia reações. Responda com um texto.',
}

type Means = Pick<Capabilities, 'media' | 'location' | 'contacts' | 'reactions'>

/**
 * What a number of ours cannot send is said before anything is kept.
 * @throws Problem 422 on the field that holds it
 */
export function mustBeSayable({ location, contacts, reaction, media }: MessageContent, by: Means) {
  if (location && !by.location) throw unsayable('location', NOT_TAKEN.location)
  if (contacts && !by.contacts) throw unsayable('contacts', NOT_TAKEN.contacts)
  if (reaction && !by.reactions) throw unsayable('reaction', NOT_TAKEN.reactions)
  for (const { kind } of media ?? []) mustTakeFile(kind, by)
}

/** The same by the name of our number. */
export const mustBeSayableFrom = (sender: string, content: MessageContent) =>
  mustBeSayable(content, whatsapp.use(sender).capabilities)

/** @throws Problem 422 on `file`, with what the number takes */
export function mustTakeFile(kind: MediaKind, { media }: Pick<Means, 'media'>) {
  if (!media.includes(kind)) throw unsayable('file', takenInstead(kind, media))
}

function takenInstead(kind: MediaKind, media: readonly MediaKind[]) {
  const refused = `Este número não envia ${PLURALS[kind]}`
  if (media.length === 0) return `${refused} nem outros arquivos. Escreva um texto.`
  return `${refused}. Ele envia ${inWords(media.map((one) => PLURALS[one]))}.`
}

const inWords = (words: string[]) => new Intl.ListFormat('pt-BR').format(words)

const unsayable = (field: string, message: string) => Problem.invalid(field, 'unsupported', message)
