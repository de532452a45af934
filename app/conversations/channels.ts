import Mention from '#conversations/models/mention'
import type Conversation from '#messages/models/conversation'
import type User from '#users/models/user'

/** What the page of a conversation listens to: what is said in it, and for who recruits who it is with. */
export const conversationChannels = ({ id, contactId }: Conversation, user: User) => [
  'conversations',
  `conversations/${id}`,
  `conversations/with/${contactId}`,
  mentionChannel(user),
  ...(user.isRecruiter ? [`contacts/${contactId}`] : []),
]

export const mentionChannel = ({ id }: User) => Mention.channel(id)
