import { freePort } from '#tests/free_port'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Redis } from 'ioredis'

/**
 * A Redis of this test alone, so that it may be stopped and flushed. Needs `redis-server` in the path.
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
    await this.ask((client) => client.ping())
  }

  async stop() {
    const child = this.#child
    this.#child = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }

  flush() {
    return this.ask((client) => client.flushall())
  }

  keys(pattern: string) {
    return this.ask((client) => client.keys(pattern))
  }

  async ask<T>(question: (client: Redis) => Promise<T>): Promise<T> {
    const client = new Redis(this.port, '127.0.0.1', { retryStrategy: () => 20 })
    client.on('error', () => {})
    try {
      return await question(client)
    } finally {
      client.disconnect()
    }
  }
}
