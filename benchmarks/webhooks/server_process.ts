import type { ThrowawayDatabase } from '#benchmarks/engine'
import { freePort } from '#tests/free_port'
import app from '@adonisjs/core/services/app'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { relative } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const READY_WITHIN_MS = 30_000

export const PUBLIC_URL = 'https://convoca.example'
export const AUTH_TOKEN = 'token-of-the-measurements'

/** The app over `database`, until it is stopped. No sender is configured: nothing is sent. */
export async function startServer(database: ThrowawayDatabase, { worker }: { worker: boolean }) {
  const port = await freePort()
  const child = spawn(
    process.execPath,
    ['--import=@poppinss/ts-exec', 'benchmarks/webhooks/server.ts'],
    {
      cwd: app.makePath(),
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        ...environmentOf(database),
        NODE_ENV: 'production',
        SIMULATOR: 'false',
        LOG_LEVEL: 'fatal',
        HOST: '127.0.0.1',
        PORT: String(port),
        APP_URL: PUBLIC_URL,
        EMBEDDED_WORKER: String(worker),
        TWILIO_WHATSAPP_FROM: '',
        TWILIO_AUTH_TOKEN: AUTH_TOKEN,
      },
    }
  )
  const origin = `http://127.0.0.1:${port}`
  const stop = async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
  }
  try {
    await isReady(origin, child)
    return { origin, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function environmentOf({ environment }: ThrowawayDatabase) {
  const { SQLITE_PATH: file, ...others } = environment
  return file ? { ...others, SQLITE_PATH: relative(app.makePath(), file) } : others
}

async function isReady(origin: string, child: ChildProcess) {
  const deadline = Date.now() + READY_WITHIN_MS
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(`${origin}/health/ready`).catch(() => null)
    if (answer?.ok) return
    await wait(100)
  }
  throw new Error(`The server was not ready within ${READY_WITHIN_MS} ms`)
}
