import { AppProcess, PROGRAMS } from '#benchmarks/app_process'
import { alone, type Measure, type Report } from '#benchmarks/harness'
import type { Engine } from '#benchmarks/engine'
import app from '@adonisjs/core/services/app'
import { spawnSync } from 'node:child_process'
import { cpSync, lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const MB = 1024 * 1024
const QUIET = ['--no-audit', '--no-fund', '--loglevel=error']
/** What the app needs beside its packages. */
const OWN = [
  ...['.adonisjs', 'app', 'bin', 'commands', 'config', 'database', 'providers', 'public'],
  ...['resources', 'start', 'ace.js', 'adonisrc.ts', 'package.json', 'package-lock.json'],
  ...['tsconfig.json', 'vite.config.ts', '.npmrc'],
]
const HEAVIEST = 8
/** As the image does. `--omit=peer` leaves nothing out: whose peers they are, we use ourselves to build and test. */
const LEAN = ['ci', '--omit=dev', '--legacy-peer-deps']
/** Node itself, which npm installs for a clone and the image brings along. */
const NODE = /^node(-(linux|darwin|win)-.*)?$/

export const only = 'once'

/**
 * What production needs on disk, against what somebody who does not look installs; and that the app starts on it.
 */
export default async function (engine: Engine, say: (line: string) => void): Promise<Report> {
  const root = app.makePath('tmp', `bench-${process.pid}-install`)
  const database = await engine.create('install')
  try {
    say('npm install --omit=dev')
    const naive = install(join(root, 'naive'), ['install', '--omit=dev', '--no-package-lock'])
    say(LEAN.join(' '))
    const place = join(root, 'lean')
    const lean = install(place, LEAN)
    say('starting the app on it')
    const ms = await startOn(place, database.environment)
    return { measures: judge(lean, naive), notes: notesOf(lean, naive, ms) }
  } finally {
    await database.drop()
    rmSync(root, { recursive: true, force: true })
  }
}

interface Package {
  name: string
  bytes: number
}

function install(place: string, args: string[]) {
  mkdirSync(place, { recursive: true })
  for (const name of OWN) {
    cpSync(app.makePath(name), join(place, name), { recursive: true, dereference: true })
  }
  const { status, stderr } = spawnSync('npm', [...args, ...QUIET], {
    cwd: place,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`npm ${args.join(' ')}: ${stderr}`)
  return packagesIn(join(place, 'node_modules')).filter(({ name }) => !NODE.test(name))
}

function packagesIn(folder: string): Package[] {
  return foldersOf(folder).flatMap((name) => {
    if (name.startsWith('@'))
      return packagesIn(join(folder, name)).map((one) => ({ ...one, name: `${name}/${one.name}` }))
    const nested = join(folder, name, 'node_modules')
    return [{ name, bytes: bytesOf(join(folder, name)) }, ...packagesIn(nested)]
  })
}

const foldersOf = (folder: string) =>
  entriesOf(folder)
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)

/** Nested packages are counted by themselves. */
function bytesOf(folder: string): number {
  return entriesOf(folder)
    .filter(({ name }) => name !== 'node_modules')
    .map((entry) => join(folder, entry.name))
    .reduce(
      (sum, path) => sum + (lstatSync(path).isDirectory() ? bytesOf(path) : lstatSync(path).size),
      0
    )
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

async function startOn(place: string, environment: Record<string, string>) {
  const start = performance.now()
  const server = await AppProcess.start(PROGRAMS.clone.web, environment, place)
  await server.answers('/health/ready')
  await server.kill()
  return performance.now() - start
}

const megabytes = (packages: Package[]) => packages.reduce((sum, { bytes }) => sum + bytes, 0) / MB

function judge(lean: Package[], naive: Package[]): Measure[] {
  const ratio = megabytes(lean) / megabytes(naive)
  return [
    {
      what: `npm ${LEAN.join(' ')}`,
      unit: 'MB',
      value: megabytes(lean),
      against: 'npm install --omit=dev',
      baseline: megabytes(naive),
      ratio,
      rounds: 1,
      target: '≤ 0.65',
    },
    alone('packages', 'packages', [lean.length], '≤ 350 packages'),
  ]
}

function notesOf(lean: Package[], naive: Package[], ms: number) {
  const heaviest = lean.toSorted((a, b) => b.bytes - a.bytes).slice(0, HEAVIEST)
  const list = heaviest.map(({ name, bytes }) => `${name} ${(bytes / MB).toFixed(0)}`).join(', ')
  return [
    `${lean.length} packages against ${naive.length}, Node itself not counted; the app answered /health/ready on the lean tree after ${(ms / 1000).toFixed(1)} s`,
    `heaviest, in MB: ${list}`,
  ]
}
