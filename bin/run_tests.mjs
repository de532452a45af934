/**
 * `npm test [-- SUITE…]`: every suite in a process of its own, those that depend on it on SQLite alone and on PostgreSQL
 * with Redis, and one closing line for all. In CI a suite that cannot run is a failure, elsewhere it is said out loud.
 */
import { execFile, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const NODE = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))
const ADMIN_URL = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'
/** A Redis database that another run on this machine hardly has as well. */
const REDIS_URL = process.env.TEST_REDIS_URL ?? `redis://127.0.0.1:6379/${1 + (process.pid % 15)}`
/** Runs side by side; their output is shown when they end. */
const SIDE_BY_SIDE = 2

const wanted = process.argv.slice(2)
const totals = { passed: 0, failed: 0, skipped: 0 }

/** `grown`: on PostgreSQL, with the queue, the limits and live updates on Redis. `alone`: it watches the clock. */
const RUNS = [
  { name: 'functional', suite: 'functional' },
  { name: 'functional:pg+redis', suite: 'functional', grown: true },
  { name: 'unit', suite: 'unit' },
  { name: 'gateways', suite: 'gateways' },
  { name: 'processes', suite: 'processes', alone: true },
  { name: 'processes:pg', suite: 'processes', postgres: true, alone: true },
  { name: 'chaos', program: ['tests/chaos/run.ts', '--bounded'], alone: true },
  { name: 'browser', suite: 'browser', alone: true },
]

const databaseOf = ({ name }) => `convoca_test_${process.pid}_${name.replace(/\W/g, '_')}`

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function environmentOf(run) {
  const own = { PORT: String(await freePort()), TZ: 'UTC', NO_COLOR: '1', FORCE_COLOR: '0' }
  if (!run.postgres && !run.grown) {
    return {
      ...own,
      DB_CONNECTION: 'sqlite',
      SQLITE_PATH: `tmp/test-${run.name}-${process.pid}.sqlite3`,
    }
  }
  const url = new URL(ADMIN_URL)
  url.pathname = `/${databaseOf(run)}`
  const redis = run.grown && { QUEUE_DRIVER: 'redis', REDIS_URL }
  return { ...own, ...redis, DB_CONNECTION: 'pg', DATABASE_URL: url.href }
}

async function onPostgres(statement) {
  const client = new pg.Client({ connectionString: ADMIN_URL, connectionTimeoutMillis: 3000 })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** Ours only: others may live in the same Redis. */
async function forgetOurKeys() {
  const redis = (...command) =>
    promisify(execFile)('redis-cli', ['-u', REDIS_URL, '-e', ...command])
  await redis(
    'eval',
    `for _, k in ipairs(redis.call('keys', 'convoca:*')) do redis.call('del', k) end`,
    0
  )
}

/** Runs one suite, shows what it says, and reads the line in which it counts. */
async function runSuite(run) {
  const env = { ...process.env, ...(await environmentOf(run)) }
  const program = run.program ?? ['bin/test.ts', run.suite]
  const args = ['--import=@poppinss/ts-exec', ...program]
  const child = spawn(NODE, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const say = (chunk) => {
    output += chunk
    if (run.alone) process.stdout.write(chunk)
  }
  if (run.alone) process.stdout.write(`\n━━ ${run.name}\n`)
  child.stdout.on('data', say)
  child.stderr.on('data', say)
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (!run.alone) process.stdout.write(`\n━━ ${run.name}\n${output}`)
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
    await onPostgres(`create database ${databaseOf(run)}`)
  } catch (error) {
    return cannot(run, `sem PostgreSQL em ${new URL(ADMIN_URL).host} (${error.message})`)
  }
  try {
    await runSuite(run)
  } finally {
    await onPostgres(`drop database ${databaseOf(run)} with (force)`)
  }
}

async function runGrown(run) {
  try {
    await forgetOurKeys()
  } catch (error) {
    return cannot(run, `sem Redis em ${new URL(REDIS_URL).host} (${error.message})`)
  }
  try {
    await runOnPostgres(run)
  } finally {
    await forgetOurKeys()
  }
}

function cannot({ name }, why) {
  if (process.env.CI) fail(`${name}: ${why}`)
  else process.stdout.write(`⚠ pulada — ${name}: ${why}\n`)
}

function runOne(run) {
  if (run.grown) return runGrown(run)
  return run.postgres ? runOnPostgres(run) : runSuite(run)
}

/** Each lane takes the next run when it has ended its own. */
async function runAll(runs, lanes) {
  const waiting = [...runs]
  const lane = async () => {
    for (let run = waiting.shift(); run; run = waiting.shift()) await runOne(run)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

mkdirSync(new URL('../tmp', import.meta.url), { recursive: true })
const chosen = RUNS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
await runAll(
  chosen.filter(({ alone }) => !alone),
  SIDE_BY_SIDE
)
await runAll(
  chosen.filter(({ alone }) => alone),
  1
)

process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`)
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0)
