import Conversation from '#messages/models/conversation'

/** With what its JSON shows. */
export const describedConversation = (id: number) =>
  Conversation.query().where('id', id).preload('contact').firstOrFail()
