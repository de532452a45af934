import { refresh } from '#core/live'
import { MOST_BYTES } from '#media/limits'
import MediaFile from '#media/models/media_file'
import { ring } from '#media/ring'
import { fetchSafely, type Fetched } from '#media/safe_fetch'
import Conversation from '#messages/models/conversation'
import Message from '#messages/models/message'
import whatsapp from '#whatsapp/services/main'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'

/** In seconds, before each further try; providers keep files for days. */
const PAUSES = [5, 60, 600, 3600]

/** Fetches one file from its provider and keeps it. Doing it again changes nothing. */
export async function fetchMedia(uuid: string) {
  const known = await MediaFile.findBy({ uuid })
  const file = known && (await MediaFile.claim(known.id))
  if (!file) return
  const fetched = await fetchFrom(file)
  if (fetched.outcome === 'fetched') {
    await db.transaction((trx) => file.keep(fetched.bytes, trx))
  } else if (await isToBeTriedAgain(file, fetched)) return
  await refreshThread(file)
}

async function fetchFrom(file: MediaFile): Promise<Fetched> {
  try {
    const source = await whatsapp.use(file.sender!).mediaSource(file.reference!)
    return await fetchSafely(source, MOST_BYTES[file.kind])
  } catch (error) {
    const detail = (error as Error).message
    return { outcome: 'failed', reason: 'unavailable', isLasting: false, detail }
  }
}

async function isToBeTriedAgain(
  file: MediaFile,
  { isLasting, reason }: Extract<Fetched, { outcome: 'failed' }>
) {
  const pause = PAUSES[file.attempts - 1]
  if (isLasting || pause === undefined) {
    await file.refuse(reason).save()
    return false
  }
  await (file as MediaFile).merge({ nextAt: DateTime.utc().plus({ seconds: pause }) }).save()
  await ring(file.uuid, pause)
  return true
}

async function refreshThread({ messageId }: MediaFile) {
  const { contactId, sender } = await Message.findOrFail(messageId)
  const conversation = await Conversation.findBy({ contactId, sender })
  const threads = conversation ? [`conversations/${conversation.id}`] : []
  refresh([`contacts/${contactId}`, ...threads])
}
