/** Where the pages that show messages with that person hear of them: who recruits by the contact, everyone by the thread. */
export const channelsWith = (contactId: number) => [
  `contacts/${contactId}`,
  `conversations/with/${contactId}`,
]
