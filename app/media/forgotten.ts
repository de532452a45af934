import { fetchMedia } from '#media/fetch_media'
import MediaFile from '#media/models/media_file'
import { ring } from '#media/ring'

/** Rings again for files whose bell was lost, and where there is no bell to ring fetches them itself. */
export async function ringForgottenFiles() {
  for (const id of await MediaFile.forgotten()) {
    const { uuid } = await MediaFile.findOrFail(id)
    if (!(await ring(uuid))) await fetchMedia(uuid)
  }
}
