import { accepted } from '#tests/scene'

/** What a candidate was told of an interview: local wall time and place. */
export interface Told {
  date: string
  place: string
}

export interface Heard extends Told {
  sid: string
  phone: string
  kind: 'scheduled' | 'rescheduled' | 'updated' | 'cancelled' | 'reminder'
  title: string
  /** The date that a move names as the one before. */
  before: string | null
}

const KINDS: [mark: string, kind: Heard['kind']][] = [
  ['🎯', 'scheduled'],
  ['🔄', 'rescheduled'],
  ['✏️', 'updated'],
  ['❌', 'cancelled'],
  ['⏰', 'reminder'],
]

/** Everything that rang so far, read as a candidate reads it. */
export const allHeard = async () => (await accepted()).map(read)

function read({ sid, recipient, body }: Awaited<ReturnType<typeof accepted>>[number]): Heard {
  const line = (label: string) => new RegExp(`\\*${label}:\\* (.*)`).exec(body)?.[1] ?? ''
  return {
    sid,
    phone: recipient.replace('whatsapp:', ''),
    kind: KINDS.find(([mark]) => body.startsWith(mark))![1],
    title: line('Título'),
    date: `${line('Data')}, às ${line('Horário').slice(0, 5)}`,
    place: line('Local'),
    before: /^Antes: (.*)\.$/m.exec(body)?.[1] ?? null,
  }
}
