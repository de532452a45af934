import { toDb } from '#database/columns'
import Contact from '#contacts/models/contact'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'

/** Below SQLite's limits on terms and bindings of one statement. */
const ROWS_PER_INSERT = 400
const BLOCK = 20_000
/** One in so many is ahead and has a reminder planned; the others are over. */
const AHEAD_EVERY = 5

/**
 * Fills the table of interviews: a block is written by hand and then copied. A fifth are ahead, each with a reminder
 * planned for some later day.
 */
export async function storeInterviews(total: number, say: (line: string) => void = () => {}) {
  const { id } = await Contact.create({
    name: 'Ana Exemplo',
    phone: '+5511900000001',
    locale: 'pt-BR',
  })
  await writeBlock(Number(id))
  for (let stored = BLOCK; stored < total; stored += BLOCK) {
    await copyBlock()
    if ((stored + BLOCK) % 200_000 === 0) say(`${stored + BLOCK} of ${total} interviews stored`)
  }
  await analyze()
}

/** Makes `count` of the planned reminders, spread over the table, due since a minute ago. */
export async function makeDue(count: number, total: number) {
  const now = DateTime.utc()
  await db
    .from('interviews')
    .whereRaw('id % ? = 0', [total / count])
    .update({
      status: 'scheduled',
      starts_at: toDb(now.plus({ days: 1 })),
      next_reminder_at: toDb(now.minus({ minutes: 1 })),
    })
  await analyze()
}

async function writeBlock(candidateId: number) {
  await db.transaction(async (trx) => {
    for (let first = 0; first < BLOCK; first += ROWS_PER_INSERT) {
      const rows = Array.from({ length: ROWS_PER_INSERT }, (_, index) =>
        rowOf(first + index, candidateId)
      )
      await trx.table('interviews').multiInsert(rows)
    }
  })
}

function rowOf(index: number, candidateId: number) {
  const ahead = index % AHEAD_EVERY === 0
  const days = 2 + (index % 365)
  const startsAt = DateTime.utc()
    .startOf('hour')
    .plus({ days: ahead ? days : -days })
  const now = toDb(DateTime.utc())
  return {
    candidate_id: candidateId,
    title: 'Entrevista técnica',
    interview_type: 'video',
    status: ahead ? 'scheduled' : 'completed',
    starts_at: toDb(startsAt),
    ends_at: toDb(startsAt.plus({ hours: 1 })),
    time_zone: 'America/Sao_Paulo',
    duration_minutes: 60,
    meeting_url: 'https://video.example/entrevista',
    revision: 1,
    next_reminder_at: ahead ? toDb(startsAt.minus({ days: 1 })) : null,
    created_at: now,
    updated_at: now,
  }
}

const COPIED = Object.keys(rowOf(0, 0)).join(', ')

const copyBlock = () =>
  db.rawQuery(
    `insert into interviews (${COPIED}) select ${COPIED} from interviews where id <= ${BLOCK}`
  )

/** PostgreSQL does this by itself sooner or later; SQLite never does here, so it has to plan without. */
async function analyze() {
  if (db.connection().dialect.name === 'postgres') await db.rawQuery('vacuum analyze interviews')
}
