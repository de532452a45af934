import type { Violation } from '#tests/chaos/invariants'
import { killAtEachStep } from '#tests/chaos/scenarios/kill_at_each_step'
import type { Engine } from '#tests/chaos/templates'
import type { World } from '#tests/chaos/world'

export interface Scenario {
  name: string
  run(world: World): Promise<Violation[]>
  /** Where it makes sense; everywhere when not said. */
  engines?: Engine[]
  /** How many seeds the long run tries. */
  seeds?: number
}

export const SCENARIOS: Scenario[] = [{ name: 'kill_at_each_step', run: killAtEachStep }]
