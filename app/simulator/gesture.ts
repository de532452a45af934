import { appUrl } from '#config/app'
import { Problem } from '#core/problem'
import type { Content } from '#simulator/content'
import type { Files, KeptFile } from '#simulator/files'
import type { Message, Messages } from '#simulator/messages'
import type { ProviderName } from '#simulator/post_office'
import { fileOf, writtenOf, type Sample } from '#simulator/samples'
import type { Writing } from '#simulator/simulator'

/** What a thumb does on a phone. */
export interface Gesture {
  text?: string | null
  quoted?: string | null
  provider?: ProviderName
  /** The id of a button or of a row under the quoted message. */
  choice?: string
  /** Put on the quoted message; null takes it away. */
  reaction?: string | null
  sample?: Sample
  file?: Omit<KeptFile, 'id'>
  /** As it is, also what no phone would send. */
  content?: Content
}

interface Stores {
  messages: Messages
  files: Files
}

/** What the company will be told of it. */
export function writingOf(gesture: Gesture, stores: Stores): Writing {
  const { text, quoted = null, provider } = gesture
  const sample = gesture.sample ? writtenOf(gesture.sample) : {}
  const content = { ...sample.content, ...gesture.content, ...contentOf(gesture, stores) }
  const writes = text || sample.text || content.chosen?.title || ''
  if (!writes && Object.keys(content).length === 0) throw nothing()
  return { text: writes, quoted, provider, content }
}

function contentOf(gesture: Gesture, { messages, files }: Stores): Content {
  const { choice, quoted, reaction, sample } = gesture
  if (choice) return { chosen: chosenOn(quoted ? messages.find(quoted) : null, choice) }
  if (reaction !== undefined) return { reaction: { emoji: reaction, to: reacted(quoted) } }
  const file = gesture.file ?? (sample && fileOf(sample))
  return file ? { media: [mediaOf(files.keep(file))] } : {}
}

function chosenOn(message: Message | null, id: string): Content['chosen'] {
  const { buttons = [], list } = message?.content ?? {}
  const button = buttons.find((one) => one.id === id)
  if (button) return { kind: 'button', id, title: button.title }
  const row = list?.rows.find((one) => one.id === id)
  if (row) return { kind: 'row', ...row }
  throw Problem.conflict('nothing_to_tap', `Nenhuma opção "${id}" está embaixo dessa mensagem.`)
}

function reacted(quoted: string | null | undefined) {
  if (quoted) return quoted
  throw Problem.conflict('nothing_to_react_to', 'Uma reação fica em uma mensagem: diga em qual.')
}

function mediaOf({ id, content_type: contentType, filename }: KeptFile) {
  const [family] = contentType.split('/')
  const kind = ['image', 'video', 'audio'].includes(family) ? family : 'document'
  return { kind, contentType, filename, url: `${appUrl}/simulator/files/${id}` }
}

const nothing = () =>
  Problem.conflict('nothing_written', 'Escreva um texto, toque em uma opção ou anexe algo.')
