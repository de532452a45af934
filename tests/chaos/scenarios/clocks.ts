import { readRows } from '#tests/chaos/databases'
import type { World } from '#tests/chaos/world'
import { setTimeout as pause } from 'node:timers/promises'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Without callbacks: only asking finds out, and asking compares clocks. */
const IN_DOUBT = {
  latencyMs: 20,
  faults: { accept_500: 0.25, error_500: 0.1, accept_hang: 0.05 },
  callbacks: { lost: 1, doubled: 0, reversed: 0, early: 0 },
}

export const clockAhead = (world: World) => withClock(world, [10 * MINUTE_MS])
export const clockBehind = (world: World) => withClock(world, [-10 * MINUTE_MS])

/** There and back, twice; in the end all that was put off by it has come due. */
export const clockJumps = (world: World) =>
  withClock(world, [0, 10 * MINUTE_MS, 0, -10 * MINUTE_MS, 0, 11 * MINUTE_MS])

async function withClock(world: World, errors: number[]) {
  const traffic = await world.traffic()
  await world.emulator.behave(IN_DOUBT)
  world.setClock(errors[0])
  await world.startCrew(world.crew, ['clock'], { CHAOS_CLOCK: world.clockFile })
  for (const error of errors) {
    world.setClock(error)
    await traffic.book(12)
    await pause(2500)
  }
  await world.settle(60_000)
  return world.verdict(traffic)
}

export const threeHoursLate = (world: World) => late(world, 3, 'accepted')
export const thirtyHoursLate = (world: World) => late(world, 30, 'expired')

/** Nothing runs for hours when reminders come due: late ones leave once, those of interviews past do not. */
async function late(world: World, hours: number, expected: 'accepted' | 'expired') {
  const traffic = await world.traffic()
  await world.startCrew()
  await traffic.book(8, { remindInMs: HOUR_MS })
  await world.settle()
  await world.fleet.stopAll()
  world.setClock((hours + 1) * HOUR_MS)
  await world.startCrew(world.crew, ['clock'], { CHAOS_CLOCK: world.clockFile })
  await pause(3000)
  await world.settle()
  const { messages } = await readRows(world.database)
  const reminders = messages.filter(({ kind }) => kind === 'reminder')
  const left = reminders.filter(({ status }) => status !== 'expired')
  world.say(`${reminders.length} reminders, ${left.length} left`)
  if (reminders.length !== 8) world.complain('unreminded', `${reminders.length} reminders of 8`)
  if (left.length !== (expected === 'accepted' ? 8 : 0))
    world.complain('late', `${left.length} left`)
  return world.verdict(traffic)
}
