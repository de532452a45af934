import { PostgresDatabase, type SqliteDatabase } from '#tests/chaos/databases'
import { violationsOf } from '#tests/chaos/invariants'
import type { World } from '#tests/chaos/world'
import Database from 'better-sqlite3'
import { setTimeout as pause } from 'node:timers/promises'

/** Another process holds the file for longer than anybody waits for it. */
export async function databaseLocked(world: World) {
  const traffic = await world.traffic()
  await world.emulator.behave({ latencyMs: 30 })
  await world.startCrew()
  for (let round = 0; round < 2; round += 1) {
    const booking = traffic.book(12)
    await pause(300)
    const other = new Database((world.database as SqliteDatabase).path)
    other.exec('begin immediate')
    await pause(6000)
    other.exec('commit')
    other.close()
    await booking
  }
  await world.settle()
  return world.verdict(traffic)
}

/** The plug is pulled: what the disk has at that moment remembers every message the provider took. */
export async function powerCut(world: World) {
  const traffic = await world.traffic()
  await world.emulator.behave({ latencyMs: 15, faults: { accept_500: 0.1 } })
  await world.startCrew()
  const working = (async () => {
    for (let round = 0; round < 15; round += 1) await traffic.book(6)
  })()
  const { child } = world.fleet.get('all')
  for (let cut = 0; cut < 12; cut += 1) {
    await pause(world.random.between(50, 500))
    child.kill('SIGSTOP')
    await pause(10)
    const promised = [...traffic.promised]
    const log = world.emulator.log()
    const copy = (world.database as SqliteDatabase).copyTo(world.folder)
    child.kill('SIGCONT')
    await judgeCopy(world, copy, log, promised)
  }
  await working
  await world.settle()
  return world.verdict(traffic)
}

async function judgeCopy(
  world: World,
  copy: SqliteDatabase,
  log: ReturnType<World['emulator']['log']>,
  promised: any[]
) {
  const [{ integrity_check: integrity }] = (await copy.query('pragma integrity_check')) as any[]
  if (integrity !== 'ok') world.complain('corrupt', integrity)
  const history = { ...(await world.historyOf(copy)), log, promised }
  const forgotten = violationsOf(history).filter(({ rule }) =>
    ['forgotten', 'denied', 'vanished', 'silent', 'invented'].includes(rule)
  )
  for (const { rule, detail } of forgotten) world.complain(`cut_${rule}`, detail)
}

/** Every connection of the application is cut, again and again. */
export async function connectionsCut(world: World) {
  const { database, adminUrl } = world.database as PostgresDatabase
  const traffic = await world.traffic()
  await world.emulator.behave({ latencyMs: 40, faults: { accept_500: 0.05 } })
  await world.startCrew()
  const admin = new PostgresDatabase(adminUrl, 'postgres')
  const working = (async () => {
    for (let round = 0; round < 12; round += 1) {
      await traffic.book(5)
      await pause(200)
    }
  })()
  for (let cut = 0; cut < 8; cut += 1) {
    await pause(world.random.between(200, 900))
    await admin.asAdmin(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}' and pid <> pg_backend_pid()`
    )
  }
  await working
  await world.settle()
  return world.verdict(traffic)
}
