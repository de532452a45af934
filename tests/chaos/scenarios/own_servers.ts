import { OwnRedis } from '#tests/chaos/servers/own_redis'
import type { World } from '#tests/chaos/world'
import { setTimeout as pause } from 'node:timers/promises'

/** A database server of our own is stopped, restarted and killed under the application. */
export async function postgresRestarted(world: World) {
  const server = world.ownPostgres
  const traffic = await world.traffic()
  await world.emulator.behave({ latencyMs: 40, faults: { accept_500: 0.05 } })
  await world.startCrew()
  const working = keepBooking(traffic)
  for (const way of ['restart', 'crash', 'restart', 'crash'] as const) {
    await pause(world.random.between(500, 1500))
    await (way === 'crash' ? server.crash() : server.restart())
    world.say(`PostgreSQL: ${way}`)
  }
  await working
  await world.settle(60_000)
  return world.verdict(traffic)
}

/** Redis forgets everything, dies and comes back empty; meanwhile there is none at all. */
export async function redisLost(world: World) {
  const redis = await OwnRedis.start()
  try {
    const traffic = await world.traffic()
    await world.emulator.behave({ latencyMs: 40, faults: { accept_500: 0.05 } })
    await world.startCrew(world.crew, [], { QUEUE_DRIVER: 'redis', REDIS_URL: redis.url })
    const working = keepBooking(traffic)
    for (let round = 0; round < 2; round += 1) {
      await pause(1000)
      await redis.flush()
      await pause(1000)
      await redis.kill()
      world.say('Redis is gone')
      await pause(4000)
      await redis.start()
    }
    await working
    await world.settle(60_000)
    return world.verdict(traffic)
  } finally {
    await redis.kill()
  }
}

async function keepBooking(traffic: Awaited<ReturnType<World['traffic']>>) {
  for (let round = 0; round < 16; round += 1) {
    await traffic.book(4)
    await traffic.change(1)
    await pause(300)
  }
}
