import { isShown } from '#media/limits'
import MediaFile from '#media/models/media_file'
import type { HttpContext } from '@adonisjs/core/http'

/** Whatever is in it, the browser runs none of it. */
const SANDBOX = `default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox`

/** Sends the file, as a picture to look at or as something to save. 404 while there is none. */
export async function serve({ params, response }: HttpContext) {
  const file = await MediaFile.findBy({ uuid: params.uuid, state: 'ready' })
  if (!file) return response.notFound('Arquivo não encontrado.')
  const { contentType, filename, kind } = file
  const name = encodeURIComponent(filename ?? kind)
  const how = isShown(contentType) ? 'inline' : 'attachment'
  return response
    .header('content-type', contentType)
    .header('content-disposition', `${how}; filename*=UTF-8''${name}`)
    .header('content-security-policy', SANDBOX)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, max-age=31536000, immutable')
    .send(await file.bytes())
}
