import { readRows } from '#tests/chaos/databases'
import type { World } from '#tests/chaos/world'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** The number of whoever is booked first. */
const POISONED = '%2B5511900000001'
const MET_WITHIN_MS = 40_000

/** Whoever sends one particular message dies of it: twice, then it leaves. */
export const killedTwice = (world: World) => dieOf(world, 2)

/** Five times: at the third a person is asked, and the others go on. */
export const killedFiveTimes = (world: World) => dieOf(world, 5)

async function dieOf(world: World, times: number) {
  const traffic = await world.traffic()
  await world.startCrew()
  const name = world.engine === 'sqlite' ? 'all' : 'worker'
  if (world.engine === 'pg') await world.fleet.kill('scheduler')
  await world.fleet.kill(name)
  if (world.engine === 'sqlite')
    await world.fleet.start(name, { role: 'all', env: { EMBEDDED_WORKER: 'false' } })
  await traffic.bookOne()
  await traffic.book(10)
  await world.fleet.kill(name)
  if (world.engine === 'pg') await world.fleet.start('scheduler', { role: 'scheduler' })

  let died = 0
  while (died < times && (await diesAgain(world, name, died))) died += 1
  world.say(`died of it ${died} times`)
  await world.fleet.kill(name)
  await world.fleet.start(name, { role: world.engine === 'sqlite' ? 'all' : 'worker' })
  await traffic.book(5)
  await world.settle()
  await judge(world, times)
  return world.verdict(traffic)
}

const traceOf = (world: World, round: number) => join(world.folder, `died-${round}`)

const endOf = (world: World, round: number) => ({
  CHAOS_STEP: 'request_begins',
  CHAOS_ONLY: POISONED,
  CHAOS_TRACE: traceOf(world, round),
})

async function diesAgain(world: World, name: string, round: number) {
  const role = world.engine === 'sqlite' ? 'all' : 'worker'
  const env = endOf(world, round)
  const { ended } = await world.fleet.start(name, { role, preloads: ['die_at'], env })
  const deadline = Date.now() + MET_WITHIN_MS
  while (Date.now() < deadline && !existsSync(traceOf(world, round))) {
    if (await isLeftToPerson(world)) return false
    await pause(200)
  }
  if (existsSync(traceOf(world, round))) await ended
  return existsSync(traceOf(world, round))
}

async function isLeftToPerson(world: World) {
  const { messages } = await readRows(world.database)
  return messages[0]?.reason === 'needs_person'
}

async function judge(world: World, times: number) {
  const { messages } = await readRows(world.database)
  const [poison, ...others] = messages
  const isForPerson = poison.reason === 'needs_person'
  if (isForPerson !== times >= 3) {
    world.complain('poison', `after ${times} deaths it is ${poison.status}/${poison.reason}`)
  }
  const held = others.filter(({ reason }) => reason === 'needs_person')
  if (held.length > 0) {
    const details = held.map(({ id, crashes }) => `${id} (${crashes} crashes)`)
    world.complain('neighbours', `left to a person although harmless: ${details.join(', ')}`)
  }
}
