/**
 * `npm test [-- SUITE…]`: every suite in a process of its own, the functional one on SQLite and on PostgreSQL, and one
 * closing line for all. In CI a suite that cannot run is a failure, elsewhere it is said out loud.
 */
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const NODE = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))
const ADMIN_URL = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'
const DATABASE = `convoca_test_${process.pid}`

const wanted = process.argv.slice(2)
const totals = { passed: 0, failed: 0, skipped: 0 }

const RUNS = [
  { name: 'unit', suite: 'unit' },
  { name: 'gateways', suite: 'gateways' },
  { name: 'functional', suite: 'functional' },
  { name: 'functional:pg', suite: 'functional', postgres: true },
  { name: 'browser', suite: 'browser' },
  { name: 'chaos', program: ['tests/chaos/run.ts', '--bounded'] },
]

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function environmentOf({ name, postgres }) {
  const own = { PORT: String(await freePort()), TZ: 'UTC', NO_COLOR: '1', FORCE_COLOR: '0' }
  if (!postgres) {
    return {
      ...own,
      DB_CONNECTION: 'sqlite',
      SQLITE_PATH: `tmp/test-${name}-${process.pid}.sqlite3`,
    }
  }
  const url = new URL(ADMIN_URL)
  url.pathname = `/${DATABASE}`
  return { ...own, DB_CONNECTION: 'pg', DATABASE_URL: url.href }
}

async function onPostgres(statement) {
  const client = new pg.Client({ connectionString: ADMIN_URL, connectionTimeoutMillis: 3000 })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** Runs one suite, shows what it says, and reads the line in which it counts. */
async function runSuite(run) {
  process.stdout.write(`\n━━ ${run.name}\n`)
  const env = { ...process.env, ...(await environmentOf(run)) }
  const program = run.program ?? ['bin/test.ts', run.suite]
  const args = ['--import=@poppinss/ts-exec', ...program]
  const child = spawn(NODE, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
    process.stdout.write(chunk)
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  count(run, output, code)
}

function count({ name }, output, code) {
  const line = output.match(/^\s*Tests\s+.*$/m)?.[0] ?? ''
  const number = (word) => Number(line.match(new RegExp(`(\\d+) ${word}`))?.[1] ?? 0)
  totals.passed += number('passed')
  totals.failed += number('failed')
  totals.skipped += number('skipped') + number('todo')
  const silent = code !== 0 && number('failed') === 0
  const empty = number('passed') + number('failed') === 0
  if (silent || empty) fail(`${name}: a suíte não terminou (código ${code})`)
}

function fail(message) {
  process.stdout.write(`✖ ${message}\n`)
  totals.failed += 1
}

async function runOnPostgres(run) {
  try {
    await onPostgres(`create database ${DATABASE}`)
  } catch (error) {
    const message = `${run.name}: sem PostgreSQL em ${new URL(ADMIN_URL).host} (${error.message})`
    return process.env.CI ? fail(message) : process.stdout.write(`⚠ pulada — ${message}\n`)
  }
  try {
    await runSuite(run)
  } finally {
    await onPostgres(`drop database ${DATABASE} with (force)`)
  }
}

mkdirSync(new URL('../tmp', import.meta.url), { recursive: true })
for (const run of RUNS) {
  if (wanted.length > 0 && !wanted.includes(run.name)) continue
  await (run.postgres ? runOnPostgres(run) : runSuite(run))
}

process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`)
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0)
