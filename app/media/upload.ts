import { Problem } from '#core/problem'
import { bareType, kindOfType, MOST_BYTES } from '#media/limits'
import MediaFile from '#media/models/media_file'
import type User from '#users/models/user'
import type { Media } from '#whatsapp/content'
import db from '@adonisjs/lucid/services/db'
import { randomUUID } from 'node:crypto'

const LONGEST_NAME = 200

interface Uploaded {
  bytes: Buffer
  contentType: string
  filename: string
}

/**
 * Keeps a file that is to be sent, and answers with how a message names it.
 * @throws Problem 422 for a type WhatsApp does not take or too large a file; `field` is where it was chosen
 */
export async function keepUpload(
  { bytes, contentType, filename }: Uploaded,
  { by, field }: { by: User; field: string }
): Promise<Media> {
  const kind = kindOfType(contentType)
  if (!kind) throw Problem.invalid(field, 'type', NOT_TAKEN)
  const most = MOST_BYTES[kind]
  if (bytes.length > most) throw Problem.invalid(field, 'size', tooLarge(most))
  const uuid = randomUUID()
  const type = bareType(contentType)
  const name = nameOf(filename)
  await db.transaction(async (trx) => {
    const file = await MediaFile.create(
      { uuid, kind, contentType: type, filename: name, state: 'waiting', uploadedById: by.id },
      { client: trx }
    )
    await file.keep(bytes, trx)
  })
  return { kind, contentType: type, filename: name, file: uuid }
}

/** Without what no column and no header holds; the end of a long one tells more than its beginning. */
const nameOf = (filename: string) =>
  filename
    .replace(/[\p{Cc}\p{Cf}/\\]/gu, '')
    .toWellFormed()
    .slice(-LONGEST_NAME) || 'arquivo'

const NOT_TAKEN =
  'O WhatsApp não aceita este tipo de arquivo. Envie uma imagem (JPEG, PNG), um PDF, um documento do Office, um áudio ou um vídeo MP4.'

const tooLarge = (bytes: number) =>
  `O arquivo passa de ${bytes / 1024 / 1024} MB, o máximo que o WhatsApp aceita deste tipo.`
