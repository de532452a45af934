import Conversation from '#messages/models/conversation'
import whatsapp from '#whatsapp/services/main'
import db from '@adonisjs/lucid/services/db'

/** The latest conversation with a contact; with who never wrote, one from our usual number. */
export async function openConversation(contactId: number): Promise<Conversation> {
  return (await latestWith(contactId)) ?? begin(contactId)
}

export const latestWith = (contactId: number) =>
  Conversation.query().where('contact_id', contactId).orderBy('last_activity_at', 'desc').first()

const begin = (contactId: number) =>
  db.transaction((trx) => Conversation.between({ contactId, sender: whatsapp.defaultSender }, trx))
