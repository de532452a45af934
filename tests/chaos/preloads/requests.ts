/**
 * Every call to the provider, by undici's own diagnostics, and its first half by the socket itself.
 */
import type { Step } from '#tests/chaos/steps'
import { subscribe } from 'node:diagnostics_channel'
import type { Socket } from 'node:net'

const { CHAOS_ONLY = '' } = process.env

interface Watcher {
  reach(step: Step): void
  listAnswered(): void
}

export function watchRequests({ reach, listAnswered }: Watcher) {
  subscribe('undici:client:sendHeaders', (event: any) => {
    if (!isAboutMessages(event)) return
    reach(isSend(event) ? 'request_begins' : 'list_asked')
    if (isSend(event) && process.env.CHAOS_STEP === 'request_half_written')
      halve(event.socket, reach)
  })
  subscribe('undici:request:bodySent', (event: any) => {
    if (isAboutMessages(event) && isSend(event)) afterTheWire(() => reach('request_written'))
  })
  subscribe('undici:request:headers', (event: any) => {
    if (!isAboutMessages(event)) return
    if (isSend(event)) return reach('answered')
    listAnswered()
    reach('list_answered')
  })
}

/** To one person only, when `CHAOS_ONLY` names the number. */
const isMeant = ({ request }: any) => `${request.body ?? request.path}`.includes(CHAOS_ONLY)
const isAboutMessages = (event: any) =>
  /\/Messages\.json/.test(event.request.path) && isMeant(event)
const isSend = ({ request }: any) => request.method === 'POST'

/** What was written is with the kernel then, and so on its way whatever becomes of us. */
const afterTheWire = (then: () => void) => setTimeout(then, 2)

/** Of the body only the first half leaves. */
function halve(socket: Socket, reach: Watcher['reach']) {
  const write = socket.write.bind(socket) as (...args: any[]) => boolean
  let writes = 0
  socket.write = ((chunk: string | Buffer, ...rest: any[]) => {
    writes += 1
    if (writes !== 2) return write(chunk, ...rest)
    const half = chunk.slice(0, chunk.length / 2)
    setTimeout(() => reach('request_half_written'), 10)
    return write(half)
  }) as Socket['write']
}
