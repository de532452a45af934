import { sendersOf } from '#senders/find_senders'
import { PROVIDERS } from '#whatsapp/gateways/gateway'
import whatsapp from '#whatsapp/services/main'
import logger from '@adonisjs/core/services/logger'
import { DateTime } from 'luxon'

const FIRST_PAUSE_MINUTES = 1
const LONGEST_PAUSE_MINUTES = 60

interface Standing {
  /** Of the settings that were asked with. */
  version: number | null
  failures: number
  /** Null once the provider knows. */
  againAt: DateTime | null
}

/** By sender. A process that starts asks once more, which the provider is asked to know already. */
const standings = new Map<string, Standing>()

/**
 * Tells the providers of our numbers where to call us, those that are new or changed, and those that would not hear of it,
 * after longer and longer pauses: sign-ins are few.
 */
export async function askForCalls() {
  const working = PROVIDERS.flatMap(sendersOf).filter(({ isRetired }) => !isRetired)
  for (const { name } of working.filter(isDue)) await ask(name)
}

function isDue({ name }: { name: string }) {
  const standing = standings.get(name)
  if (!standing || standing.version !== whatsapp.versionOf(name)) return true
  return standing.againAt !== null && standing.againAt <= DateTime.utc()
}

async function ask(name: string) {
  const version = whatsapp.versionOf(name)
  const former = standings.get(name)
  const failures = former?.version === version ? former.failures : 0
  try {
    await whatsapp.use(name).askForCalls()
    standings.set(name, { version, failures: 0, againAt: null })
  } catch (error) {
    logger.warn({ err: error, sender: name }, 'the provider does not know yet where to call us')
    standings.set(name, { version, failures: failures + 1, againAt: nextTry(failures) })
  }
}

const nextTry = (failures: number) =>
  DateTime.utc().plus({
    minutes: Math.min(LONGEST_PAUSE_MINUTES, FIRST_PAUSE_MINUTES * 2 ** failures),
  })
