import { createHash } from 'node:crypto'
import type { Message } from '#simulator/messages'

/** A file of a message as Twilio hands it on: people's visiting cards are files, too. */
export interface Attachment {
  /** `ME` and 32 hexadecimal digits. */
  sid: string
  contentType: string
  /** Where it is: in the simulator's own store (the end of the address is its id) or elsewhere. */
  url?: string
  /** What is in it, when it is nowhere else. */
  text?: string
}

export function attachmentsOf({ sid, content }: Message): Attachment[] {
  const files = content.media?.map(({ contentType, url }) => ({ contentType, url })) ?? []
  const cards = content.contacts?.map((card) => ({ contentType: 'text/vcard', text: vCard(card) }))
  return [...files, ...(cards ?? [])].map((file, at) => ({ ...file, sid: mediaSid(sid, at) }))
}

const mediaSid = (sid: string, at: number) =>
  `ME${createHash('md5').update(`${sid}/${at}`).digest('hex')}`

function vCard({ name, phones }: { name: string; phones: string[] }) {
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:;${name};;;`,
    `FN:${name}`,
    ...phones.map((phone) => `TEL;type=CELL;waid=${phone.replace(/\D/g, '')}:${phone}`),
    'END:VCARD',
  ]
  return `${lines.join('\r\n')}\r\n`
}
