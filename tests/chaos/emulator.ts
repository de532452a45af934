import type { Behaviour } from '#tests/chaos/emulator/behaviour'
import { readLog } from '#tests/chaos/emulator/log'
import { COMMON_ENV, ROOT, TYPESCRIPT } from '#tests/chaos/surroundings'
import { freePort } from '#tests/free_port'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** The hostile provider, seen from the driver. */
export class Emulator {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    private readonly controlUrl: string,
    private readonly logPath: string
  ) {}

  static async start(folder: string) {
    const [port, controlPort] = [await freePort(), await freePort()]
    const logPath = join(folder, 'provider.jsonl')
    const program = ['tests/chaos/emulator/main.ts', String(port), String(controlPort), logPath]
    const child = spawn(process.execPath, [TYPESCRIPT, ...program], {
      cwd: ROOT,
      env: COMMON_ENV,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    await Promise.race([once(child, 'message'), once(child, 'exit')])
    if (child.exitCode !== null) throw new Error('The emulated provider did not start')
    const at = (one: number) => `http://127.0.0.1:${one}`
    return new Emulator(child, at(port), at(controlPort), logPath)
  }

  async behave(change: Partial<Behaviour>) {
    await fetch(this.controlUrl, { method: 'PUT', body: JSON.stringify(change) })
  }

  log() {
    return readLog(this.logPath)
  }

  async stop() {
    if (this.child.exitCode !== null) return
    const ended = once(this.child, 'exit')
    this.child.kill('SIGKILL')
    await ended
  }
}
