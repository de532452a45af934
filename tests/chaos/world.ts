import { readRows, type ChaosDatabase } from '#tests/chaos/databases'
import { Emulator } from '#tests/chaos/emulator'
import { Fleet, type Role } from '#tests/chaos/fleet'
import type { History } from '#tests/chaos/history'
import { violationsOf, type Violation } from '#tests/chaos/invariants'
import { Random } from '#tests/chaos/random'
import { TERMS } from '#tests/chaos/surroundings'
import type { OwnPostgres } from '#tests/chaos/servers/own_postgres'
import type { Template } from '#tests/chaos/templates'
import { titleOf, Traffic } from '#tests/chaos/traffic'
import { isSettled } from '#tests/chaos/settled'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const LONG_AGO_MS = 120_000

interface Surroundings {
  name: string
  seed: number
  template: Template
  folder: string
  /** The server of the scenario alone, where it may be killed. */
  ownPostgres?: OwnPostgres
  say: (line: string) => void
}

/** One scenario's database, provider and processes. */
export class World {
  readonly random: Random
  readonly extra: Violation[] = []
  /** How far the clocks of the processes are from the machine's. */
  clockErrorMs = 0

  private constructor(
    private readonly surroundings: Surroundings,
    readonly folder: string,
    public database: ChaosDatabase,
    readonly emulator: Emulator,
    readonly fleet: Fleet
  ) {
    this.random = new Random(surroundings.seed)
  }

  static async open(surroundings: Surroundings) {
    const { name, seed, template, folder } = surroundings
    const own = join(folder, `${template.engine}-${name}-${seed}`)
    mkdirSync(own, { recursive: true })
    const database = await template.copy(`${name}_${seed}`)
    const emulator = await Emulator.start(own)
    await emulator.behave({ seed })
    const env = { ...database.env, TWILIO_API_BASE_URL: emulator.url }
    return new World(surroundings, own, database, emulator, new Fleet(own, env))
  }

  say(line: string) {
    this.surroundings.say(line)
  }

  get ownPostgres() {
    return this.surroundings.ownPostgres!
  }

  get engine() {
    return this.database.name
  }

  /** The usual processes of this database: one for all on SQLite, one of each kind on PostgreSQL. */
  get crew(): Record<string, Role> {
    return this.engine === 'sqlite'
      ? { all: 'all' }
      : { web: 'web', worker: 'worker', scheduler: 'scheduler' }
  }

  /** Starts them and waits until interviews can be booked. */
  async startCrew(crew = this.crew, preloads: string[] = [], env: Record<string, string> = {}) {
    await Promise.all(
      Object.entries(crew).map(([name, role]) => this.fleet.start(name, { role, preloads, env }))
    )
    await Promise.all(this.websOf(crew).map((name) => this.fleet.ready(name)))
  }

  websOf(crew = this.crew) {
    return Object.keys(crew).filter((name) => ['all', 'web'].includes(crew[name]))
  }

  async traffic(crew = this.crew) {
    const addresses = await Promise.all(this.websOf(crew).map((name) => this.fleet.addressOf(name)))
    return new Traffic({ addresses, token: this.surroundings.template.token, random: this.random })
  }

  /** Waits until nothing more is to be expected; what is left then is for the invariants to judge. */
  async settle(withinMs = 45_000) {
    const deadline = Date.now() + withinMs
    while (Date.now() < deadline) {
      if (isSettled(await readRows(this.database).catch(() => null), this.now)) return true
      await pause(250)
    }
    return false
  }

  /** What the processes take the time for. */
  get now() {
    return Date.now() + this.clockErrorMs
  }

  /** Processes started with the preload `clock` see this from now on. */
  setClock(errorMs: number) {
    this.clockErrorMs = errorMs
    writeFileSync(this.clockFile, String(errorMs))
  }

  get clockFile() {
    return join(this.folder, 'clock')
  }

  complain(rule: string, detail: string) {
    this.extra.push({ rule, detail })
  }

  /**
   * Requests that died with their process count as under way for a minute. That minute passes; with `answered`, those that
   * had done their work are taken for answered, so that only what a scenario is about can fail it.
   */
  async endDeadRequests({ answered = true } = {}) {
    const dead = await this.database.query(
      `select id, key from idempotency_keys where response_status is null`
    )
    const longAgo = new Date(Date.now() - LONG_AGO_MS).toISOString()
    for (const { id, key } of dead) {
      const interviewId = answered && (await this.interviewOf(key))
      const end = interviewId
        ? `response_status = 201, response_body = '{"id":${interviewId}}'`
        : `created_at = '${longAgo}'`
      await this.database.query(`update idempotency_keys set ${end} where id = ${id}`)
    }
  }

  /** The one that a request with this key has booked already. */
  private async interviewOf(key: string): Promise<number | undefined> {
    const title = titleOf(key)
    if (!title) return
    const [row] = await this.database.query(`select id from interviews where title = '${title}'`)
    return row?.id
  }

  async historyOf(database: ChaosDatabase, promised: History['promised'] = []): Promise<History> {
    const rows = await readRows(database)
    return { ...rows, promised, terms: TERMS, log: this.emulator.log(), now: this.now }
  }

  async verdict(traffic?: Traffic): Promise<Violation[]> {
    const history = await this.historyOf(this.database, traffic?.promised)
    const count = (type: string) => history.log.filter((entry) => entry.type === type).length
    this.say(
      `${history.messages.length} messages, ${count('received')} sends, ${count('accepted')} accepted, ${count('listed')} lists`
    )
    return [...this.extra, ...violationsOf(history)]
  }

  async close() {
    await this.fleet.killAll()
    await this.emulator.stop()
    // The server may not have come back; then it goes as a whole.
    await this.database.drop().catch(() => {})
  }
}
