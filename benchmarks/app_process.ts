import app from '@adonisjs/core/services/app'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

const TRANSPILING = ['--import=@poppinss/ts-exec']

/** What to run, from a clone (TypeScript, transpiled as it is loaded) and as built (JavaScript). */
export const PROGRAMS = {
  clone: {
    web: [...TRANSPILING, 'bin/server.ts'],
    worker: ['ace.js', 'worker'],
    tick: ['ace.js', 'reminders:send'],
  },
  built: {
    web: ['bin/server.js'],
    tick: ['bin/console.js', 'reminders:send'],
  },
}

/** A production installation that nobody else knows of; the provider and the database are to be named. */
const environment = {
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  TZ: 'UTC',
  APP_KEY: 'only-for-benchmarks-0123456789abc',
  APP_URL: 'http://127.0.0.1',
  LOG_LEVEL: 'error',
  SIMULATOR: 'false',
  EMBEDDED_WORKER: 'true',
  TWILIO_ACCOUNT_SID: 'AC00000000000000000000000000000000',
  TWILIO_AUTH_TOKEN: 'nobody',
  TWILIO_WHATSAPP_FROM: '+14155238886',
  TWILIO_API_BASE_URL: 'http://127.0.0.1:9',
}

/** Nobody is left behind when the benchmark is interrupted. */
const running = new Set<ChildProcess>()
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')))

/**
 * A process of its own, with its memory and its processor time.
 */
export class AppProcess {
  static async start(args: string[], own: Record<string, string> = {}, root = app.makePath()) {
    const port = await freePort()
    const env = { PATH: process.env.PATH, ...environment, PORT: String(port), ...own }
    const child = spawn(process.execPath, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    return new AppProcess(child, port)
  }

  #ended: Promise<unknown>

  private constructor(
    private readonly child: ChildProcess,
    private readonly port: number
  ) {
    running.add(child)
    this.#ended = once(child, 'exit').finally(() => running.delete(child))
  }

  /** Until it answers with 200. */
  async answers(path: string) {
    while ((await this.#status(path)) !== 200) {
      if (this.child.exitCode !== null) throw new Error(`ended with ${this.child.exitCode}`)
      await pause(2)
    }
  }

  /** Until it ends by itself. */
  async ends() {
    await this.#ended
    if (this.child.exitCode !== 0) throw new Error(`ended with ${this.child.exitCode}`)
  }

  /** No time to say goodbye. */
  async kill() {
    this.child.kill('SIGKILL')
    await this.#ended
  }

  /** Resident, in MB; null where the system does not tell. */
  get megabytes() {
    const file = `/proc/${this.child.pid}/status`
    if (!existsSync(file)) return null
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8'))![1]) / 1024
  }

  /** Processor time so far, in milliseconds; null where the system does not tell. */
  get cpuMs() {
    const file = `/proc/${this.child.pid}/stat`
    if (!existsSync(file)) return null
    const [user, system] = readFileSync(file, 'utf8').split(') ')[1].split(' ').slice(11, 13)
    return (Number(user) + Number(system)) * MS_PER_TICK
  }

  #status(path: string) {
    return new Promise<number | null>((resolve) => {
      request({ host: '127.0.0.1', port: this.port, path, agent: false }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode!))
      })
        .on('error', () => resolve(null))
        .end()
    })
  }
}

/** Of Linux, on every machine it runs on today. */
const MS_PER_TICK = 10

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
