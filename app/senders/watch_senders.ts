import type { WhatsappManager } from '#whatsapp/whatsapp_manager'
import { setTimeout as pause } from 'node:timers/promises'

/** How long another process may go on with what an admin has just changed. */
const LOOK_EVERY_MS = 2000
/** A database that is away keeps nobody from starting. */
const FIRST_LOOK_MS = 3000

/**
 * Keeps the senders of this process as they are written, from now on until the answered function is called. Answers when
 * they have been read.
 */
export async function watchSenders(whatsapp: WhatsappManager) {
  // A database that does not answer, or has no tables yet, is for others to complain about.
  const look = () => whatsapp.refresh().catch(() => {})
  await Promise.race([look(), pause(FIRST_LOOK_MS, null, { ref: false })])

  let timer: NodeJS.Timeout
  let isOver = false
  const next = () => void (timer = setTimeout(again, LOOK_EVERY_MS).unref())
  const again = async () => {
    await look()
    if (!isOver) next()
  }
  next()
  return () => {
    isOver = true
    clearTimeout(timer)
  }
}
