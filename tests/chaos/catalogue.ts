import type { Violation } from '#tests/chaos/invariants'
import { answerLost } from '#tests/chaos/scenarios/answer_lost'
import * as clocks from '#tests/chaos/scenarios/clocks'
import * as database from '#tests/chaos/scenarios/database_trouble'
import { fullDisk, noSmallDisk } from '#tests/chaos/scenarios/full_disk'
import { killAtEachStep } from '#tests/chaos/scenarios/kill_at_each_step'
import * as servers from '#tests/chaos/scenarios/own_servers'
import * as poison from '#tests/chaos/scenarios/poison'
import * as provider from '#tests/chaos/scenarios/provider_trouble'
import * as kills from '#tests/chaos/scenarios/random_kills'
import { sleeper } from '#tests/chaos/scenarios/sleeper'
import * as stopping from '#tests/chaos/scenarios/stopping'
import { OwnPostgres } from '#tests/chaos/servers/own_postgres'
import { OwnRedis } from '#tests/chaos/servers/own_redis'
import type { Engine } from '#tests/chaos/templates'
import type { World } from '#tests/chaos/world'

export interface Scenario {
  name: string
  run(world: World): Promise<Violation[]>
  /** A minute's worth of it, for every run of the tests. */
  bounded?(world: World): Promise<Violation[]>
  /** Where it makes sense; everywhere when not said. */
  engine?: Engine
  /** How many seeds the long run tries; one when not said. */
  seeds?: number
  /** Kills the database server, and so needs one that is nobody else's. */
  ownServer?: boolean
  /** Why it cannot run on this machine; null when it can. */
  obstacle?(): string | null
}

export const SCENARIOS: Scenario[] = [
  {
    name: 'kill_at_each_step',
    run: (world) => killAtEachStep(world),
    bounded: (world) =>
      killAtEachStep(world, [
        'booking_written',
        'claim_written',
        'claim_committed',
        'request_half_written',
        'answered',
        'landing_written',
        'list_answered',
      ]),
  },
  {
    name: 'random_kills',
    run: (world) => kills.randomKills(world),
    bounded: (world) => kills.randomKills(world, { bookings: 18, kills: 2 }),
    seeds: 3,
  },
  { name: 'without_callbacks', run: kills.withoutCallbacks },
  { name: 'two_of_everything', run: kills.twoOfEverything },
  { name: 'answer_lost', run: answerLost },
  { name: 'killed_twice', run: poison.killedTwice },
  { name: 'killed_five_times', run: poison.killedFiveTimes },
  { name: 'sleeper', run: sleeper, engine: 'pg' },
  { name: 'stop_while_sending', run: stopping.stopWhileSending },
  { name: 'stop_while_starting', run: stopping.stopWhileStarting },
  { name: 'throttle_storm', run: provider.throttleStorm },
  { name: 'down_and_back', run: provider.downAndBack },
  { name: 'list_down', run: provider.listDown },
  { name: 'clock_ahead', run: clocks.clockAhead },
  { name: 'clock_behind', run: clocks.clockBehind },
  { name: 'clock_jumps', run: clocks.clockJumps },
  { name: 'three_hours_late', run: clocks.threeHoursLate },
  { name: 'thirty_hours_late', run: clocks.thirtyHoursLate },
  { name: 'database_locked', run: database.databaseLocked, engine: 'sqlite' },
  { name: 'power_cut', run: database.powerCut, engine: 'sqlite' },
  { name: 'full_disk', run: fullDisk, engine: 'sqlite', obstacle: noSmallDisk },
  { name: 'connections_cut', run: database.connectionsCut, engine: 'pg' },
  {
    name: 'postgres_restarted',
    run: servers.postgresRestarted,
    engine: 'pg',
    ownServer: true,
    obstacle: () => OwnPostgres.obstacle,
  },
  { name: 'redis_lost', run: servers.redisLost, obstacle: () => OwnRedis.obstacle },
]
