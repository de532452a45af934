import type User from '#users/models/user'

type Listener = Pick<User, 'id' | 'isRecruiter' | 'isAdmin'>

/** Who may hear what pages tell each other of a room. What no room is, nobody hears. */
const ROOMS: Record<string, (user: Listener, rest: string[]) => boolean> = {
  conversations: () => true,
  mentions: ({ id }, [owner]) => owner === String(id),
  interviews: ({ isRecruiter }) => isRecruiter,
  contacts: ({ isRecruiter }) => isRecruiter,
  messages: ({ isRecruiter }) => isRecruiter,
  senders: ({ isRecruiter }) => isRecruiter,
  templates: ({ isAdmin }) => isAdmin,
}

/** The simulator's phones are nobody's account: whoever can open the page may watch them. */
const PUBLIC_ROOM = 'simulator'

/** Whether a live channel such as `interviews/7` is for that person; null: nobody has signed in. */
export function mayHear(channel: string, user: Listener | null): boolean {
  const [room, ...rest] = channel.split('/')
  if (room === PUBLIC_ROOM) return true
  return user !== null && Object.hasOwn(ROOMS, room) && ROOMS[room](user, rest)
}
