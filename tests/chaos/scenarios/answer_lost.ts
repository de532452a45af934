import type { World } from '#tests/chaos/world'
import { join } from 'node:path'

/** A booking is committed, and its answer is lost with the process. Asked again, the same key must not book again. */
export async function answerLost(world: World) {
  const traffic = await world.traffic()
  await world.startCrew()
  const [name] = world.websOf()
  const { role } = world.fleet.get(name)
  for (let round = 0; round < 3; round += 1) {
    await world.fleet.kill(name)
    const trace = join(world.folder, `lost-${round}`)
    const env = { CHAOS_STEP: 'booking_committed', CHAOS_TRACE: trace }
    const { ended } = await world.fleet.start(name, { role, preloads: ['die_at'], env })
    const booking = traffic.bookOne()
    await ended
    await world.endDeadRequests({ answered: false })
    await world.fleet.start(name, { role })
    await booking
  }
  await world.settle()
  return world.verdict(traffic)
}
