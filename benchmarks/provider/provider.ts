import { pinned } from '#benchmarks/cpus'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** What the provider was handed, in the order in which it came. */
export interface Taken {
  /** The message's uuid, or what was posted where it names none. */
  names: string[]
  /** Milliseconds of the clock all processes of this machine share (`sharedNow`). */
  at: number[]
}

export interface Order {
  ask: 'forget' | 'report' | 'count'
  latencyMs?: number
}

const SCRIPT = fileURLToPath(new URL('process.ts', import.meta.url))

/** The monotonic clock of the machine, in milliseconds: the same in every process. */
export const sharedNow = () => Number(process.hrtime.bigint()) / 1e6

/**
 * The messaging provider of a benchmark, in a process and, where that can be had, on a processor of its own.
 */
export class Provider {
  static async start() {
    const [command, ...args] = pinned('last', [process.execPath, '--no-warnings', SCRIPT])
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    const [port] = await once(child, 'message')
    return new Provider(child, `http://127.0.0.1:${port}`)
  }

  private constructor(
    private readonly child: ChildProcess,
    readonly url: string
  ) {}

  /** Knows of no message any more, and answers after `latencyMs` from now on. */
  async forget({ latencyMs = 0 } = {}) {
    await this.#ask({ ask: 'forget', latencyMs })
  }

  report() {
    return this.#ask<Taken>({ ask: 'report' })
  }

  count() {
    return this.#ask<number>({ ask: 'count' })
  }

  /** @throws Error unless it was handed exactly `count` messages, each once. */
  async expectEachOnce(count: number) {
    const { names } = await this.report()
    const different = new Set(names).size
    if (names.length === count && different === count) return
    throw new Error(`expected ${count} messages once, got ${names.length}, ${different} different`)
  }

  async stop() {
    this.child.disconnect()
    await once(this.child, 'exit')
  }

  async #ask<Answer>(order: Order): Promise<Answer> {
    this.child.send(order)
    const [answer] = await once(this.child, 'message')
    return answer
  }
}
