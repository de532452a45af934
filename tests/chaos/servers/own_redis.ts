import { freePort } from '#tests/free_port'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** A Redis that keeps nothing, on a port of its own. */
export class OwnRedis {
  #child: ChildProcess | null = null

  private constructor(private readonly port: number) {}

  /** Why there can be none here; null when there can. */
  static get obstacle() {
    const { error } = spawnSync('redis-server', ['--version'])
    return error ? 'no redis-server' : null
  }

  static async start() {
    const redis = new OwnRedis(await freePort())
    await redis.start()
    return redis
  }

  get url() {
    return `redis://127.0.0.1:${this.port}`
  }

  async start() {
    const settings = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '']
    this.#child = spawn('redis-server', settings, { stdio: 'ignore', cwd: '/tmp' })
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await this.say('PING')).startsWith('+PONG')) return
      await pause(50)
    }
    throw new Error('redis-server did not start')
  }

  async flush() {
    await this.say('FLUSHALL')
  }

  async kill() {
    if (!this.#child || this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const ended = once(this.#child, 'exit')
    this.#child.kill('SIGKILL')
    await ended
  }

  private say(command: string) {
    return new Promise<string>((resolve) => {
      const socket = connect(this.port, '127.0.0.1', () => socket.write(`${command}\r\n`))
      const end = (answer: string) => {
        socket.destroy()
        resolve(answer)
      }
      socket.once('data', (data) => end(data.toString()))
      socket.once('error', () => end(''))
    })
  }
}
