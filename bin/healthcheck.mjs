/**
 * `node bin/healthcheck.mjs web|worker|scheduler|work`: ends with 0 when the process of that role here is well. For
 * containers; it imports nothing but Node, so that asking costs milliseconds.
 */
import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A process that is well touches its file every five seconds. */
const STALE_MS = 30_000

const role = process.argv[2] ?? 'web'
const { PORT = '3333', HEARTBEAT_PATH = `tmp/${role}.alive` } = process.env

async function serves() {
  const address = `http://127.0.0.1:${PORT}/health/live`
  const { ok } = await fetch(address, { signal: AbortSignal.timeout(3000) })
  return ok
}

function beats() {
  const file = fileURLToPath(new URL(HEARTBEAT_PATH, new URL('..', import.meta.url)))
  return Date.now() - statSync(file).mtimeMs < STALE_MS
}

try {
  process.exit((role === 'web' ? await serves() : beats()) ? 0 : 1)
} catch (error) {
  process.stderr.write(`${role}: ${error.message}\n`)
  process.exit(1)
}
