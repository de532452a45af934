import type Message from '#messages/models/message'
import MediaFile from '#media/models/media_file'
import { bareType, kindOfType } from '#media/limits'
import { ringAfter } from '#media/ring'
import { DateTime } from 'luxon'
import { randomUUID } from 'node:crypto'

/** Gives every file of an inbound message the name we will know it by, before the message is written. */
export function nameFiles(message: Message) {
  if (message.direction !== 'inbound' || !message.content?.media) return
  const media = message.content.media.map((one) => ({ ...one, file: randomUUID() }))
  message.content = { ...message.content, media }
}

/** Writes down what is to be fetched, in the transaction that keeps the message. What is not kept is only named. */
export async function expectFiles(message: Message) {
  if (message.direction !== 'inbound') return
  for (const media of message.content?.media ?? []) {
    const isKept = kindOfType(media.contentType) !== null && Boolean(media.reference)
    const file = await MediaFile.create(
      {
        uuid: media.file!,
        messageId: message.id,
        sender: message.sender,
        kind: media.kind,
        contentType: bareType(media.contentType).slice(0, 120),
        filename: media.filename?.slice(0, 200) ?? null,
        reference: media.reference ?? null,
        state: isKept ? 'waiting' : 'refused',
        reason: isKept ? null : 'type',
        nextAt: isKept ? DateTime.utc() : null,
      },
      { client: message.$trx }
    )
    if (isKept) ringAfter(message.$trx!, file.uuid)
  }
}
