import type { WhatsappManager } from '#whatsapp/whatsapp_manager'
import { setTimeout as pause } from 'node:timers/promises'

/** How long another process may go on with what an admin has just changed. */
const LOOK_EVERY_MS = 2000
/** A database that is away keeps nobody from starting. */
const FIRST_LOOK_MS = 3000

/** A database that does not answer, or has no tables yet, is for others to complain about. */
const look = (whatsapp: WhatsappManager) => whatsapp.refresh().catch(() => {})

/** As a process starts. */
export const readSenders = (whatsapp: WhatsappManager) =>
  Promise.race([look(whatsapp), pause(FIRST_LOOK_MS, null, { ref: false })])

/** Keeps the senders of this process as they are written, until the answered function is called. */
export function watchSenders(whatsapp: WhatsappManager) {
  let timer: NodeJS.Timeout
  let isOver = false
  const next = () => void (timer = setTimeout(again, LOOK_EVERY_MS).unref())
  const again = async () => {
    await look(whatsapp)
    if (!isOver) next()
  }
  next()
  return () => {
    isOver = true
    clearTimeout(timer)
  }
}
