import { eventually } from '#tests/eventually'
import { freePort } from '#tests/free_port'
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/**
 * A Redis of this test alone, so that it may be stopped and flushed. Needs `redis-server` and `redis-cli` in the path.
 */
export class RedisServer {
  #child: ChildProcess | null = null

  private constructor(private readonly port: number) {}

  static async start() {
    const server = new RedisServer(await freePort())
    await server.start()
    return server
  }

  get url() {
    return `redis://127.0.0.1:${this.port}/0`
  }

  async start() {
    const quiet = ['--save', '', '--appendonly', 'no', '--loglevel', 'warning']
    const args = ['--port', String(this.port), '--bind', '127.0.0.1', ...quiet]
    this.#child = spawn('redis-server', args, { stdio: 'ignore' })
    await eventually(() => this.#ask('ping').catch(() => null))
  }

  async stop() {
    const child = this.#child
    this.#child = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }

  flush() {
    return this.#ask('flushall')
  }

  async keys(pattern: string) {
    const keys = await this.#ask('keys', pattern)
    return keys.split('\n').filter(Boolean)
  }

  async #ask(...command: string[]) {
    const { stdout } = await execute('redis-cli', ['-p', String(this.port), ...command])
    return stdout
  }
}
