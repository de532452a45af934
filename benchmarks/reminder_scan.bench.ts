import type { Engine, ThrowawayDatabase } from '#benchmarks/engine'
import { race, type Report } from '#benchmarks/harness'
import { makeDue, storeInterviews } from '#benchmarks/stored_interviews'
import { dueReminders } from '#notifications/due_reminders'
import { ReminderNotifier } from '#notifications/reminder_notifier'
import { toDb } from '#database/columns'
import { rowsOf } from '#database/rows'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'

const MANY = 1_000_000
const FEW = 20_000
const DUE = 1000
const ROUNDS = 7

const TARGETS = {
  SQLite: { fullScan: '≤ 0.05', nothingDue: '≤ 0.2 ms' },
  PostgreSQL: { fullScan: '≤ 0.15', nothingDue: '≤ 0.6 ms' },
}

/**
 * What the scheduler pays every minute to find the reminders that are due: with a million interviews stored against
 * twenty thousand, the same number due, and against reading the whole table.
 */
export default async function (engine: Engine, say: (line: string) => void): Promise<Report> {
  const few = await engine.create('few')
  const many = await engine.create('many')
  try {
    few.use()
    await storeInterviews(FEW, say)
    many.use()
    await storeInterviews(MANY, say)
    return await measure({ few, many }, TARGETS[engine.name], say)
  } finally {
    await few.drop()
    await many.drop()
  }
}

async function measure(
  { few, many }: Record<'few' | 'many', ThrowawayDatabase>,
  targets: (typeof TARGETS)[Engine['name']],
  say: (line: string) => void
) {
  const tick = () => ReminderNotifier.sendDue()
  const idle = await race(
    { many: on(many, tick, 0), few: on(few, tick, 0) },
    { rounds: ROUNDS, laps: 200 }
  )
  say(`nothing due: ${ROUNDS} rounds`)

  few.use()
  await makeDue(DUE, FEW)
  many.use()
  await makeDue(DUE, MANY)
  const find = async () => (await Array.fromAsync(dueReminders())).length
  const busy = await race(
    { many: on(many, find, DUE), few: on(few, find, DUE), fullScan: on(many, readWholeTable, DUE) },
    { rounds: ROUNDS, laps: 10, progress: (round) => say(`round ${round} of ${ROUNDS}`) }
  )

  const measures = [
    busy.compare(['find 1,000 due among 1,000,000', 'many'], ['among 20,000', 'few'], {
      target: '≤ 1.30',
    }),
    busy.compare(
      ['find 1,000 due among 1,000,000', 'many'],
      ['reading the whole table', 'fullScan'],
      { target: targets.fullScan }
    ),
    idle.compare(['tick, nothing due among 1,000,000', 'many'], ['among 20,000', 'few'], {
      target: targets.nothingDue,
    }),
  ]
  return { measures, notes: [] }
}

/** One lap there; a count that is not the expected one measures something else. */
const on =
  (database: ThrowawayDatabase, count: () => Promise<number>, expected: number) => async () => {
    database.use()
    const found = await count()
    if (found !== expected) throw new Error(`expected ${expected} due, got ${found}`)
  }

/** The same question, with no index to answer it. */
async function readWholeTable() {
  const isPg = db.connection().dialect.name === 'postgres'
  const now = toDb(DateTime.utc())
  return db.transaction(async (trx) => {
    if (isPg) await trx.rawQuery('set local enable_indexscan = off')
    if (isPg) await trx.rawQuery('set local enable_bitmapscan = off')
    const rows = await rowsOf(
      `select id, title, starts_at, next_reminder_at from interviews ${isPg ? '' : 'not indexed'}
       where next_reminder_at <= ? order by next_reminder_at, id`,
      [now],
      trx
    )
    return rows.length
  })
}
