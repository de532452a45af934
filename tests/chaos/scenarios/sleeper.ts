import type { World } from '#tests/chaos/world'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Longer than a message is waited for and looked for. */
const ASLEEP_MS = 9000

/**
 * A process falls asleep with messages in its hands, is given up, and wakes: a virtual machine that is moved, a laptop that
 * is closed. What it held is somebody else's by then.
 */
export async function sleeper(world: World) {
  const traffic = await world.traffic({ web: 'web' })
  await world.emulator.behave({ latencyMs: 30 })
  await world.startCrew({ web: 'web', scheduler: 'scheduler' })
  await traffic.book(20)
  for (const step of ['claim_committed', 'request_begins', 'answered'] as const) {
    const trace = join(world.folder, `asleep-${step}`)
    const env = { CHAOS_STEP: step, CHAOS_TRACE: trace, CHAOS_SIGNAL: 'SIGSTOP' }
    const { child } = await world.fleet.start('worker', {
      role: 'worker',
      preloads: ['die_at'],
      env,
    })
    await traffic.book(4)
    const deadline = Date.now() + 20_000
    while (!existsSync(trace) && Date.now() < deadline) await pause(100)
    if (!existsSync(trace)) world.complain('unmet', `the worker never came to ${step}`)
    await world.fleet.start('worker2', { role: 'worker' })
    await pause(ASLEEP_MS)
    world.say(`asleep at ${step}, wakes`)
    child.kill('SIGCONT')
    await pause(1500)
    await world.fleet.kill('worker')
    await world.fleet.kill('worker2')
  }
  await world.fleet.start('worker', { role: 'worker' })
  await world.settle()
  return world.verdict(traffic)
}
