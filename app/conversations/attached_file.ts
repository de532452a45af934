import { keepUpload } from '#media/upload'
import type User from '#users/models/user'
import type { MultipartFile } from '@adonisjs/core/bodyparser'
import type { HttpRequest } from '@adonisjs/core/http'
import { readFile } from 'node:fs/promises'

/** What was chosen in the form; browsers send an empty file for none. */
export function attachedFile(request: HttpRequest): MultipartFile | null {
  const file = request.file('file')
  return file && file.size > 0 ? file : null
}

/** @throws Problem 422 on `file` for what WhatsApp does not take */
export async function keepAttached(file: MultipartFile, { by }: { by: User }) {
  const contentType = String(file.headers['content-type'] ?? '')
  const bytes = await readFile(file.tmpPath!)
  return keepUpload({ bytes, contentType, filename: file.clientName }, { by, field: 'file' })
}
