import { HOSTILE, type Behaviour } from '#tests/chaos/emulator/behaviour'
import type { Role } from '#tests/chaos/fleet'
import type { World } from '#tests/chaos/world'
import { setTimeout as pause } from 'node:timers/promises'

interface Plan {
  bookings?: number
  kills?: number
  behaviour?: Partial<Behaviour>
  crew?: Record<string, Role>
  settleMs?: number
}

/** Processes die now and then, under a provider that cannot be trusted. */
export async function randomKills(world: World, plan: Plan = {}) {
  const {
    bookings = 120,
    kills = 12,
    behaviour = HOSTILE,
    crew = world.crew,
    settleMs = 90_000,
  } = plan
  const traffic = await world.traffic(crew)
  await world.emulator.behave({ latencyMs: 40, ...behaviour })
  await world.startCrew(crew)
  const killing = killNowAndThen(world, crew, kills)
  for (let booked = 0; booked < bookings; booked += 6) {
    await traffic.book(4)
    await traffic.book(2, { remindInMs: 6000 })
    await traffic.change(2)
    await pause(world.random.between(100, 600))
  }
  await killing
  await world.settle(settleMs)
  return world.verdict(traffic)
}

async function killNowAndThen(world: World, crew: Record<string, Role>, kills: number) {
  const names = Object.keys(crew)
  for (let killed = 1; killed <= kills; killed += 1) {
    await pause(world.random.between(800, 2600))
    const name = world.random.pick(names)
    await world.fleet.kill(name)
    if (world.websOf(crew).every((web) => world.fleet.isDead(web))) await world.endDeadRequests()
    await world.fleet.restart(name)
    if (killed % 4 === 0) world.say(`${killed} kills`)
  }
}

export const withoutCallbacks = (world: World) =>
  randomKills(world, {
    bookings: 60,
    kills: 6,
    behaviour: { ...HOSTILE, callbacks: { lost: 1, doubled: 0, reversed: 0, early: 0 } },
  })

/** On SQLite, too: nobody should, but it must hold. */
export const twoOfEverything = (world: World) =>
  randomKills(world, {
    crew:
      world.engine === 'sqlite'
        ? { all: 'all', also: 'all' }
        : {
            web: 'web',
            web2: 'web',
            worker: 'worker',
            worker2: 'worker',
            scheduler: 'scheduler',
            scheduler2: 'scheduler',
          },
  })
