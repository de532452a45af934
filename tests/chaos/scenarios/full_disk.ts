import { SqliteDatabase } from '#tests/chaos/databases'
import type { World } from '#tests/chaos/world'
import { execFileSync } from 'node:child_process'
import { closeSync, copyFileSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const SIZE = '12m'
const CHUNK = Buffer.alloc(64 * 1024)

/** Why there can be no small disk here; null when there can. */
export const noSmallDisk = () =>
  process.getuid?.() === 0 ? null : 'only root can mount a small disk'

/** The disk fills up in the middle of work, twice, and is freed again. */
export async function fullDisk(world: World) {
  const disk = join(world.folder, 'disk')
  mkdirSync(disk)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', disk])
  try {
    await fillAndFree(world, disk)
    return await world.verdict()
  } finally {
    await world.fleet.killAll()
    execFileSync('umount', ['-l', disk])
  }
}

async function fillAndFree(world: World, disk: string) {
  const database = world.database as SqliteDatabase
  const path = join(disk, 'small.sqlite3')
  copyFileSync(database.path, path)
  world.database = new SqliteDatabase(path)
  const traffic = await world.traffic()
  await world.emulator.behave({ latencyMs: 30 })
  await world.startCrew(world.crew, [], world.database.env)
  for (let round = 0; round < 2; round += 1) {
    const working = traffic.book(30)
    await pause(300)
    const left = fill(disk)
    world.say(`disk full with ${left} KB of ballast`)
    await pause(4000)
    rmSync(join(disk, 'ballast'))
    await working
  }
  await world.settle()
}

function fill(disk: string) {
  const file = openSync(join(disk, 'ballast'), 'w')
  let written = 0
  try {
    for (;;) written += writeSync(file, CHUNK)
  } catch {
    return written / 1024
  } finally {
    closeSync(file)
  }
}
