import type { MediaKind } from '#whatsapp/content'

const MEGABYTE = 1024 * 1024

/** What WhatsApp takes, and what we keep: a document of 100 MB is nobody's curriculum. */
export const MOST_BYTES: Record<MediaKind, number> = {
  image: 5 * MEGABYTE,
  sticker: MEGABYTE,
  audio: 16 * MEGABYTE,
  video: 16 * MEGABYTE,
  document: 16 * MEGABYTE,
}

const OFFICE = 'application/vnd.openxmlformats-officedocument.'

/** Types that WhatsApp hands on; everything else is named in the thread, and not kept. */
const TYPES: Record<string, MediaKind> = {
  'image/jpeg': 'image',
  'image/png': 'image',
  'image/webp': 'sticker',
  'audio/aac': 'audio',
  'audio/amr': 'audio',
  'audio/mp4': 'audio',
  'audio/mpeg': 'audio',
  'audio/ogg': 'audio',
  'video/3gpp': 'video',
  'video/mp4': 'video',
  'application/pdf': 'document',
  'text/plain': 'document',
  'text/csv': 'document',
  'text/vcard': 'document',
  'application/msword': 'document',
  'application/vnd.ms-excel': 'document',
  'application/vnd.ms-powerpoint': 'document',
  [`${OFFICE}wordprocessingml.document`]: 'document',
  [`${OFFICE}spreadsheetml.sheet`]: 'document',
  [`${OFFICE}presentationml.presentation`]: 'document',
}

/** `audio/ogg; codecs=opus` is `audio/ogg`. */
export const bareType = (contentType: string) => contentType.split(';')[0].trim().toLowerCase()

/** Null for what is not kept. */
export const kindOfType = (contentType: string): MediaKind | null =>
  TYPES[bareType(contentType)] ?? null

/** Shown in the page; the others are only ever downloaded. */
export const isShown = (contentType: string) =>
  /^(image|audio|video)\//.test(bareType(contentType)) ||
  bareType(contentType) === 'application/pdf'
