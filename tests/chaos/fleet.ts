import { COMMON_ENV, ROOT, TYPESCRIPT } from '#tests/chaos/surroundings'
import { freePort } from '#tests/free_port'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { openSync, closeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export type Role = 'all' | 'web' | 'worker' | 'scheduler'

/** How each role of the application is started. */
const COMMANDS: Record<Role, string[]> = {
  all: ['bin/server.ts'],
  web: ['bin/server.ts'],
  worker: ['ace.js', 'worker'],
  scheduler: ['ace.js', 'scheduler'],
}

const READY_WITHIN_MS = 30_000
const STOPPED_WITHIN_MS = 15_000

export interface Member {
  name: string
  role: Role
  order: Order
  child: ChildProcess
  /** Code, or the signal that ended it. */
  ended: Promise<number | string>
}

export interface Order {
  role: Role
  /** Modules loaded before the application, under `preloads/`. */
  preloads?: string[]
  env?: Record<string, string>
}

/** Whatever ends the driver, its processes end with it, also those that are asleep. */
const living = new Set<ChildProcess>()
process.on('exit', () => living.forEach((child) => child.kill('SIGKILL')))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => process.exit(1))

/** Processes of the real application, which may be killed and come back. */
export class Fleet {
  readonly #members = new Map<string, Member>()
  readonly #ports = new Map<string, number>()

  constructor(
    private readonly folder: string,
    private readonly env: Record<string, string>
  ) {}

  /** The address a process answers at; kept over restarts. */
  async addressOf(name: string) {
    if (!this.#ports.has(name)) this.#ports.set(name, await freePort())
    return `http://127.0.0.1:${this.#ports.get(name)}`
  }

  async start(name: string, { role, preloads = [], env = {} }: Order): Promise<Member> {
    const address = await this.addressOf(name)
    const imports = ['brisk', ...preloads].map(
      (file) => `--import=./tests/chaos/preloads/${file}.ts`
    )
    const log = openSync(join(this.folder, `${name}.log`), 'a')
    const child = spawn(process.execPath, [TYPESCRIPT, ...imports, ...COMMANDS[role]], {
      cwd: ROOT,
      stdio: ['ignore', log, log],
      env: {
        ...COMMON_ENV,
        ...this.env,
        HOST: '127.0.0.1',
        PORT: new URL(address).port,
        APP_URL: address,
        EMBEDDED_WORKER: String(role === 'all'),
        ...env,
      },
    })
    closeSync(log)
    living.add(child)
    child.once('exit', () => living.delete(child))
    const ended = once(child, 'exit').then(([code, signal]) => signal ?? code)
    const member = { name, role, order: { role, preloads, env }, child, ended }
    this.#members.set(name, member)
    return member
  }

  /** Dies and comes back as it was. */
  async restart(name: string) {
    await this.kill(name)
    return this.start(name, this.get(name).order)
  }

  get(name: string) {
    return this.#members.get(name)!
  }

  isDead(name: string) {
    return !isAlive(this.get(name))
  }

  get alive() {
    return [...this.#members.values()].filter(isAlive)
  }

  /** Waits until a web process answers; throws when it has died instead. */
  async ready(name: string) {
    const address = await this.addressOf(name)
    const deadline = Date.now() + READY_WITHIN_MS
    while (Date.now() < deadline) {
      const { ok } = await fetch(`${address}/health/live`).catch(() => ({ ok: false }))
      if (ok) return
      if (!isAlive(this.get(name))) throw new Error(`${name} ended while starting`)
      await pause(50)
    }
    throw new Error(`${name} was not ready within ${READY_WITHIN_MS} ms`)
  }

  async kill(name: string, signal: NodeJS.Signals = 'SIGKILL') {
    const member = this.get(name)
    if (!isAlive(member)) return member.ended
    member.child.kill(signal)
    return member.ended
  }

  /** As an operator would: SIGTERM, then patience. Answers with those that had to be killed. */
  async stopAll() {
    const stubborn: string[] = []
    await Promise.all(
      this.alive.map(async ({ name, child, ended }) => {
        child.kill('SIGTERM')
        child.kill('SIGCONT')
        const timer = setTimeout(
          () => stubborn.push(name) && child.kill('SIGKILL'),
          STOPPED_WITHIN_MS
        )
        await ended
        clearTimeout(timer)
      })
    )
    return stubborn
  }

  killAll() {
    return Promise.all(this.alive.map(({ name }) => this.kill(name)))
  }
}

const isAlive = ({ child }: Member) => child.exitCode === null && child.signalCode === null
