import { ChatAppRefusal } from '#simulator/chat_app/refusal'
import type { Content } from '#simulator/content'

/** What is posted to a chat, and as what. */
export interface Letter {
  kind: string
  payload: Record<string, any>
}

interface Written {
  body: string
  content: Content
  tracking: string | null
}

export function readLetter({ kind, payload }: Letter, line: string): Written {
  const tracking = payload.tracking ? String(payload.tracking) : null
  switch (kind) {
    case 'text':
      return { body: required(payload.text, 'text'), content: {}, tracking }
    case 'file':
      return {
        body: String(payload.caption ?? ''),
        content: { media: [fileOf(payload)] },
        tracking,
      }
    case 'template':
      return { ...templateOf(payload, line), tracking }
    default:
      throw new ChatAppRefusal('ApiNotFoundError')
  }
}

function required(value: unknown, name: string) {
  if (typeof value !== 'string' || value === '')
    throw new ChatAppRefusal('ApiValidationError', `${name} is required`)
  return value
}

const KINDS: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  mp4: 'video/mp4',
  ogg: 'audio/ogg',
  mp3: 'audio/mpeg',
  pdf: 'application/pdf',
}

/** ChatApp fetches the link and sees what it is; the name is enough here. */
function fileOf(payload: Letter['payload']) {
  const url = required(payload.file, 'file')
  if (!URL.canParse(url)) throw new ChatAppRefusal('ApiValidationError', 'file is no link')
  const filename = String(payload.fileName ?? new URL(url).pathname.split('/').at(-1))
  const contentType = KINDS[filename.split('.').at(-1)!.toLowerCase()] ?? 'application/octet-stream'
  const [family] = contentType.split('/')
  const kind = family === 'application' ? 'document' : family
  return { kind, contentType, filename, url }
}

/** Only Meta's Cloud API has templates. What is in them is not known here. */
function templateOf({ template }: Letter['payload'], line: string) {
  if (!line.endsWith('/caWhatsApp'))
    throw new ChatAppRefusal('ApiValidationError', 'No templates here')
  const id = required(template?.id && String(template.id), 'template.id')
  const params: unknown[] = Array.isArray(template.params) ? template.params : []
  return { body: [`[${id}]`, ...params].join(' '), content: { template: id } }
}
