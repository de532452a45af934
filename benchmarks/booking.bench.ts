import { dismiss, findBroker } from '#benchmarks/broker'
import { p99, race, type Lap, type Measure, type Race, type Report } from '#benchmarks/harness'
import type { Engine } from '#benchmarks/engine'
import { countSockets } from '#benchmarks/counters'
import Contact from '#contacts/models/contact'
import { toDb } from '#database/columns'
import Interview, { type Booking } from '#interviews/models/interview'
import Message from '#messages/models/message'
import { statementsDuring } from '#tests/statements'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { randomUUID } from 'node:crypto'

const CANDIDATES = 100
const ROUNDS = 7
const LAPS = 300
const AT_ONCE = 16

const WITHOUT = 'the same without event and message'
const by = null

/** The same booking through the same code, but no event is recorded, so nobody is told either. */
class UnrecordedInterview extends Interview {
  static table = Interview.table
}
UnrecordedInterview.boot()
UnrecordedInterview.$hooks.clear('after:create')

/**
 * What a booking pays for its event and its message: the same transaction with and without them, one at a time; on
 * PostgreSQL sixteen at a time as well; and against handing a job to a broker instead.
 */
export default async function (engine: Engine, say: (line: string) => void): Promise<Report> {
  const database = await engine.create('booking')
  database.use()
  try {
    return await measure(engine, say)
  } finally {
    await database.drop()
  }
}

async function measure(engine: Engine, say: (line: string) => void): Promise<Report> {
  const bookings = new Bookings(await candidates())
  const told = () => Interview.book(bookings.next(), { by })
  const alone = () => UnrecordedInterview.book(bookings.next(), { by })
  const rows = await rowsOf(await told())
  await alone()
  const statements = [await statementsDuring(told), await statementsDuring(alone)]

  const sockets = countSockets()
  const laps = await race(
    { told, alone, bareTold: () => insert(rows), bareAlone: () => insert(rows.slice(0, 1)) },
    { rounds: ROUNDS, laps: LAPS, progress: (round) => say(`round ${round} of ${ROUNDS}`) }
  )
  const notes = [
    `${statements[0].length} statements with event and message, ${statements[1].length} without, begin and commit included`,
    `${sockets.stop()} network connections opened while booking`,
  ]
  const together = engine.name === 'PostgreSQL' ? await manyAtOnce({ told, alone }) : []
  const measures = [...measuresOf(laps), ...together, ...(await againstBroker({ told, alone }))]
  return { measures, notes }
}

/** SQLite has one writer and one connection: there, at once is one after the other. */
async function manyAtOnce({ told, alone }: Record<'told' | 'alone', Lap>) {
  const atOnce = (act: Lap) => () => Promise.all(Array.from({ length: AT_ONCE }, act))
  const laps = await race(
    { told: atOnce(told), alone: atOnce(alone) },
    { rounds: ROUNDS, laps: LAPS / 10 }
  )
  const what = `${AT_ONCE} bookings at once`
  return [
    laps.compare([what, 'told'], [WITHOUT, 'alone'], { target: '≤ 1.40' }),
    laps.compare([`${what}, p99`, 'told'], [WITHOUT, 'alone'], {
      statistic: p99,
      target: '≤ 1.50',
    }),
  ]
}

/** The other way to have somebody told: a job in Redis, which no transaction of ours covers. */
async function againstBroker({ told, alone }: Record<'told' | 'alone', Lap>): Promise<Measure[]> {
  const broker = await findBroker()
  if (!broker) return []
  const add = () => broker.add('tell', { interviewId: 1 })
  const queued = async () => {
    await alone()
    await add()
  }
  try {
    const laps = await race({ told, queued, add }, { rounds: ROUNDS, laps: LAPS / 2 })
    return [
      laps.compare(['booking', 'told'], ['BullMQ add() awaited', 'add'], { target: '≤ 0.60' }),
      laps.compare(['booking', 'told'], [`${WITHOUT}, then BullMQ add()`, 'queued']),
    ]
  } finally {
    await dismiss(broker)
  }
}

function measuresOf(laps: Race<'told' | 'alone' | 'bareTold' | 'bareAlone'>) {
  return [
    laps.compare(['booking', 'told'], [WITHOUT, 'alone'], { target: '≤ 1.20' }),
    laps.compare(['booking, p99', 'told'], [WITHOUT, 'alone'], {
      statistic: p99,
      target: '≤ 1.50',
    }),
    laps.compare(['its three rows, inserted bare', 'bareTold'], ['one row, bare', 'bareAlone']),
    laps.compare(['booking', 'told'], ['its three rows, inserted bare', 'bareTold']),
  ]
}

function candidates() {
  return Contact.createMany(
    Array.from({ length: CANDIDATES }, (_, index) => ({
      name: `Candidata Exemplo ${index}`,
      phone: `+55119000${String(index).padStart(5, '0')}`,
      locale: 'pt-BR',
    }))
  )
}

/** Video interviews of the coming months, with a candidate each in turn. */
class Bookings {
  #count = 0

  constructor(private readonly contacts: Contact[]) {}

  next(): Booking {
    this.#count += 1
    return {
      candidateId: this.contacts[this.#count % CANDIDATES].id,
      title: 'Entrevista técnica',
      interviewType: 'video',
      startsAt: DateTime.utc()
        .startOf('hour')
        .plus({ days: 2, hours: this.#count % 2000 }),
      timeZone: 'America/Sao_Paulo',
      durationMinutes: 60,
      meetingUrl: 'https://video.example/entrevista',
      description: 'Traga um documento com foto.',
    }
  }
}

interface Row {
  table: string
  values: Record<string, unknown>
}

/** What a booking left behind, as rows to insert again by hand. */
async function rowsOf({ id }: Interview): Promise<Row[]> {
  const interview = await db.from('interviews').where('id', id).firstOrFail()
  const event = await db.from('interview_events').where('interview_id', id).firstOrFail()
  const message = await db.from('messages').where('interview_id', id).firstOrFail()
  return [
    { table: 'interviews', values: interview },
    { table: 'interview_events', values: event },
    { table: 'messages', values: message },
  ].map(({ table, values: { id: _, ...values } }) => ({ table, values: asBindings(values) }))
}

const asBindings = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, asBinding(value)]))

function asBinding(value: unknown) {
  if (value instanceof Date) return toDb(DateTime.fromJSDate(value))
  return value !== null && typeof value === 'object' ? JSON.stringify(value) : value
}

const insert = (rows: Row[]) =>
  db.transaction(async (trx) => {
    for (const { table, values } of rows) {
      const own = table === Message.table ? { uuid: randomUUID(), dedupe_key: randomUUID() } : {}
      await trx.table(table).insert({ ...values, ...own })
    }
  })
