import type Contact from '#contacts/models/contact'
import MediaFile from '#media/models/media_file'
import Message from '#messages/models/message'

/** Nothing that an anonymised person sent or was sent stays. */
export async function forgetFiles(contact: Contact) {
  if (!contact.$dirty.anonymisedAt) return
  const client = contact.$trx!
  const messages = await Message.query({ client })
    .select('id', 'content')
    .where('contact_id', contact.id)
    .whereNotNull('content')
  const files = messages.flatMap(({ content }) => content?.media ?? []).map(({ file }) => file)
  const uuids = files.filter((file) => file !== undefined)
  await MediaFile.query({ client }).whereIn('uuid', uuids).delete()
}
