import { freePort } from '#tests/free_port'
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, chownSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const VERSIONS = '/usr/lib/postgresql'

/** A PostgreSQL server that may be stopped and killed, on a port of its own. It refuses to run as root. */
export class OwnPostgres {
  private constructor(
    private readonly folder: string,
    private readonly port: number
  ) {}

  /** Why there can be none here; null when there can. */
  static get obstacle() {
    try {
      readdirSync(VERSIONS)
      execFileSync('id', ['postgres'], { stdio: 'ignore' })
      return process.getuid?.() === 0 ? null : 'only root can start one for somebody else'
    } catch {
      return `no ${VERSIONS} or no user postgres`
    }
  }

  static async start() {
    const folder = mkdtempSync(join(tmpdir(), 'convoca-pg-'))
    chmodSync(folder, 0o700)
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'])))
    chownSync(folder, uid, gid)
    const server = new OwnPostgres(folder, await freePort())
    server.run('initdb', ['-D', folder, '-A', 'trust', '-U', 'postgres', '--no-instructions'])
    server.control('start')
    return server
  }

  get url() {
    return `postgres://postgres@127.0.0.1:${this.port}/postgres`
  }

  async restart() {
    this.control('stop', '-m', 'fast')
    await pause(1500)
    this.control('start')
  }

  /** Every process at once, as when the machine goes. */
  async crash() {
    const [pid] = readFileSync(join(this.folder, 'postmaster.pid'), 'utf8').split('\n')
    const children = execFileSync('ps', ['-o', 'pid=', '--ppid', pid]).toString().split('\n')
    for (const one of [pid, ...children.filter(Boolean)]) kill(Number(one))
    await pause(1500)
    // Where nobody buries the dead, the number in this file still counts as alive.
    rmSync(join(this.folder, 'postmaster.pid'), { force: true })
    this.control('start')
  }

  stop() {
    try {
      this.control('stop', '-m', 'immediate')
    } catch {
      // It did not come back from its last crash.
    }
    rmSync(this.folder, { recursive: true, force: true })
  }

  private control(command: string, ...options: string[]) {
    const settings = `-p ${this.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`
    const log = join(this.folder, 'log')
    this.run('pg_ctl', ['-D', this.folder, '-l', log, '-w', '-o', settings, ...options, command])
  }

  private run(program: string, options: string[]) {
    const newest = readdirSync(VERSIONS)
      .sort((a, b) => Number(a) - Number(b))
      .at(-1)!
    const path = join(VERSIONS, newest, 'bin', program)
    execFileSync('runuser', ['-u', 'postgres', '--', path, ...options], {
      stdio: 'ignore',
      cwd: '/',
    })
  }
}

function kill(pid: number) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It was faster.
  }
}
