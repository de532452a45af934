import { readRows } from '#tests/chaos/databases'
import type { World } from '#tests/chaos/world'
import { setTimeout as pause } from 'node:timers/promises'

/** Until also those that show no sign of it have started. */
const STARTED_MS = 3000

/** A stop in the middle of sending waits for what is in the air and leaves nothing in doubt. */
export async function stopWhileSending(world: World) {
  const traffic = await world.traffic()
  await world.emulator.behave({ latencyMs: 250 })
  await world.startCrew()
  await pause(STARTED_MS)
  await traffic.book(25)
  const stubborn = await world.fleet.stopAll()
  if (stubborn.length > 0) world.complain('stubborn', `SIGTERM did not end ${stubborn.join(', ')}`)
  const { messages } = await readRows(world.database)
  const left = messages.filter(({ status }) => status === 'sending')
  if (left.length > 0) world.complain('undrained', `${left.length} messages were left in the air`)
  world.say(`${left.length} of ${messages.length} left in the air`)
  await world.startCrew()
  await world.settle()
  return world.verdict(traffic)
}

/** A deploy that changes its mind: told to stop while it starts, a process stops. */
export async function stopWhileStarting(world: World) {
  for (const [name, role] of Object.entries(world.crew)) {
    for (const afterMs of [300, 700, 900, 1100, 1300, 1500, 1700, 2000]) {
      const { child, ended } = await world.fleet.start(name, { role })
      await pause(afterMs)
      child.kill('SIGTERM')
      const outcome = await Promise.race([ended, pause(8000, 'alive', { ref: false })])
      if (outcome !== 'alive') continue
      world.complain('stubborn', `${name}, told to stop after ${afterMs} ms, went on`)
      await world.fleet.kill(name)
    }
  }
  return world.verdict()
}
