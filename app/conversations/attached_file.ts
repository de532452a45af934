import { mustTakeFile } from '#conversations/sayable'
import { kindOfType } from '#media/limits'
import { keepUpload } from '#media/upload'
import type User from '#users/models/user'
import whatsapp from '#whatsapp/services/main'
import type { MultipartFile } from '@adonisjs/core/bodyparser'
import type { HttpRequest } from '@adonisjs/core/http'
import { readFile } from 'node:fs/promises'

/** What was chosen in the form; browsers send an empty file for none. */
export function attachedFile(request: HttpRequest): MultipartFile | null {
  const file = request.file('file')
  return file && file.size > 0 ? file : null
}

interface Attaching {
  by: User
  /** The number of ours that is to send it. */
  sender: string
}

/** @throws Problem 422 on `file` for what WhatsApp, or this number, does not take */
export async function keepAttached(file: MultipartFile, { by, sender }: Attaching) {
  const contentType = String(file.headers['content-type'] ?? '')
  const kind = kindOfType(contentType)
  if (kind) mustTakeFile(kind, whatsapp.use(sender).capabilities)
  const bytes = await readFile(file.tmpPath!)
  return keepUpload({ bytes, contentType, filename: file.clientName }, { by, field: 'file' })
}
