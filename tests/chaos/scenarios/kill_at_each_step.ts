import type { Fleet } from '#tests/chaos/fleet'
import { STEPS, type Step } from '#tests/chaos/steps'
import type { Traffic } from '#tests/chaos/traffic'
import type { World } from '#tests/chaos/world'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const MET_WITHIN_MS = 25_000
const REMINDED_IN_MS = 4000

/** Enough to be uncertain about for those who look for it. */
const FAULTS = { accept_500: 0.1, error_500: 0.1 }

/** Who comes to a step, where each role is a process of its own. */
const roleOf = (step: Step) => {
  if (step.startsWith('booking')) return 'web'
  return /^(reminder|doubt|list|finding)/.test(step) ? 'scheduler' : 'worker'
}

/** Processes die at one step after the other, while interviews are booked, moved and cancelled. */
export async function killAtEachStep(world: World, steps: readonly Step[] = STEPS) {
  const traffic = await world.traffic()
  await world.emulator.behave({ latencyMs: 30, faults: FAULTS })
  await world.startCrew()
  const lanes = Map.groupBy(steps, (step) => (world.engine === 'sqlite' ? 'all' : roleOf(step)))
  await Promise.all([...lanes].map(([name, own]) => new Lane(world, name, traffic).dieAtEach(own)))
  await traffic.change(5)
  await world.settle()
  return world.verdict(traffic)
}

/** One process and its ends. */
class Lane {
  readonly #fleet: Fleet

  constructor(
    private readonly world: World,
    private readonly name: string,
    private readonly traffic: Traffic
  ) {
    this.#fleet = world.fleet
  }

  async dieAtEach(steps: Step[]) {
    const working: Promise<void>[] = []
    for (const step of steps) {
      if (step.startsWith('reminder')) await this.planReminder()
      await this.restart(step)
      working.push(this.workUntilMet(step))
      await this.meet(step)
    }
    await this.restart()
    await Promise.all(working)
  }

  private async planReminder() {
    if (this.#fleet.isDead(this.name)) await this.restart()
    await this.traffic.book(1, { remindInMs: REMINDED_IN_MS })
  }

  /** Comes back with its end laid out for it. */
  private async restart(step?: Step) {
    const { role } = this.#fleet.get(this.name)
    await this.#fleet.kill(this.name)
    if (this.world.websOf().includes(this.name)) await this.world.endDeadRequests()
    const end = step && { CHAOS_STEP: step, CHAOS_TRACE: this.traceOf(step) }
    await this.#fleet.start(this.name, { role, preloads: step ? ['die_at'] : [], env: end })
  }

  /** Another process of the same kind may have taken what would have led there: there is always more. */
  private async workUntilMet(step: Step) {
    const remindInMs = step.startsWith('reminder') ? REMINDED_IN_MS : undefined
    const deadline = Date.now() + MET_WITHIN_MS
    do {
      await this.traffic.book(2, { remindInMs }).catch((error) => this.complain(error))
      await this.traffic.change(1).catch((error) => this.complain(error))
      await pause(1000)
    } while (!this.isMet(step) && Date.now() < deadline)
  }

  private async meet(step: Step) {
    const abandoned = new AbortController()
    const patience = pause(MET_WITHIN_MS, null, { signal: abandoned.signal }).catch(() => {})
    await Promise.race([this.#fleet.get(this.name).ended, patience])
    abandoned.abort()
    if (this.isMet(step)) return this.world.say(`${this.name} died at ${step}`)
    this.world.complain('unmet', `${this.name} never came to ${step}`)
  }

  private complain({ message }: Error) {
    this.world.complain('refused', message)
  }

  private isMet(step: Step) {
    return existsSync(this.traceOf(step))
  }

  private traceOf(step: Step) {
    return join(this.world.folder, `met-${step}`)
  }
}
