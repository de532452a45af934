import { appUrl } from '#config/app'
import { freePort } from '#tests/free_port'
import app from '@adonisjs/core/services/app'
import type { TestContext } from '@japa/runner/core'
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

const READY_WITHIN_MS = 20_000

export type RoleName = 'web' | 'worker' | 'scheduler'

/**
 * A process of a role as an installation runs it, on the database of this test run. Its provider is the simulator of this
 * process.
 */
export class RoleProcess {
  output = ''
  readonly #child: ChildProcess
  readonly #environment: Record<string, string>

  private constructor(
    readonly name: RoleName,
    readonly url: string,
    environment: Record<string, string>
  ) {
    this.#environment = { ...(process.env as Record<string, string>), ...environment }
    this.#child = spawn(process.execPath, ['ace.js', name], {
      cwd: app.makePath(),
      env: this.#environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child.stdout!.on('data', (chunk) => (this.output += chunk))
    this.#child.stderr!.on('data', (chunk) => (this.output += chunk))
  }

  /** @throws when it does not say within 20 s that it has started */
  static async start(name: RoleName, environment: Record<string, string> = {}) {
    const port = await freePort()
    const role = new RoleProcess(name, `http://127.0.0.1:${port}`, {
      HOST: '127.0.0.1',
      PORT: String(port),
      APP_URL: appUrl,
      TWILIO_API_BASE_URL: `${appUrl}/simulator/twilio`,
      LOG_LEVEL: 'info',
      HEARTBEAT_PATH: `tmp/${randomUUID()}.alive`,
      ...environment,
    })
    await role.#started()
    return role
  }

  /** Started for one test, and ended after it. */
  static async during(
    { cleanup }: Pick<TestContext, 'cleanup'>,
    name: RoleName,
    environment: Record<string, string> = {}
  ) {
    const role = await RoleProcess.start(name, environment)
    cleanup(() => role.kill())
    return role
  }

  get isRunning() {
    return this.#child.exitCode === null && this.#child.signalCode === null
  }

  signal(signal: NodeJS.Signals) {
    this.#child.kill(signal)
  }

  /** Its exit code. */
  async ended(): Promise<number | null> {
    if (this.isRunning) await once(this.#child, 'exit')
    return this.#child.exitCode
  }

  async end() {
    this.signal('SIGTERM')
    return this.ended()
  }

  async kill() {
    this.signal('SIGKILL')
    await this.ended()
  }

  /** What a container's health check says. */
  async isWell() {
    const env = this.#environment
    const check = execFile(process.execPath, ['bin/healthcheck.mjs', this.name], {
      cwd: app.makePath(),
      env,
    })
    const [code] = await once(check, 'exit')
    return code === 0
  }

  async #started() {
    const deadline = Date.now() + READY_WITHIN_MS
    while (!this.output.includes(`${this.name} started`)) {
      if (!this.isRunning) throw new Error(`${this.name} ended:\n${this.output}`)
      if (Date.now() > deadline) throw new Error(`${this.name} is not ready:\n${this.output}`)
      await pause(20)
    }
  }
}
