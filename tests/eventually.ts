import { setTimeout as pause } from 'node:timers/promises'

const PATIENCE_MS = 5000
const INTERVAL_MS = 20

/** Asks until the answer is truthy; throws after five seconds. */
export async function eventually<T>(ask: () => T | Promise<T>): Promise<NonNullable<T>> {
  const deadline = Date.now() + PATIENCE_MS
  while (Date.now() < deadline) {
    const answer = await ask()
    if (answer) return answer
    await pause(INTERVAL_MS)
  }
  throw new Error(`Not within ${PATIENCE_MS} ms: ${ask}`)
}
