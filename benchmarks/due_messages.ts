import { toDb } from '#database/columns'
import Contact from '#contacts/models/contact'
import Interview from '#interviews/models/interview'
import Message from '#messages/models/message'
import Sender from '#messages/models/sender'
import CompanySettings from '#settings/models/company_settings'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { randomUUID } from 'node:crypto'

/** Below SQLite's limit on the terms of one statement. */
const ROWS_PER_INSERT = 400
const TABLES = ['messages', 'interviews', 'contacts', 'interview_events']
/** No limit: nothing a provider grants comes near it. */
const UNLIMITED = 10_000_000

export type DueKind = 'notice' | 'text'

/** What a client of the provider posts for each. */
export interface Due {
  uuid: string
  address: string
  body: string
}

/**
 * Fills the database with `count` messages that are due: notices about interviews of as many people, or bare texts about
 * nothing. One booking is made by the app, the others are copies of its rows.
 */
export async function storeDue(count: number, kind: DueKind = 'notice'): Promise<Due[]> {
  const model = await bookOne()
  for (let first = 1; first < count; first += ROWS_PER_INSERT) {
    const numbers = range(first, Math.min(count, first + ROWS_PER_INSERT))
    await copy('contacts', model.contact, numbers, (n) => ({
      phone: phoneOf(n),
      external_id: null,
    }))
    await copy('interviews', model.interview, numbers, (n) => ({
      candidate_id: model.contact.id + n,
    }))
    await copy('messages', model.message, numbers, (n) => ({
      uuid: randomUUID(),
      dedupe_key: `bench:${n}`,
      address: phoneOf(n),
      contact_id: model.contact.id + n,
      interview_id: model.interview.id + n,
    }))
  }
  if (kind === 'text') await aboutNothing()
  await settle()
  return db.from('messages').select('uuid', 'address', 'body').orderBy('id')
}

/** One more, to the person of the first, in a transaction that is open still. */
export async function planText() {
  const contact = await Contact.firstOrFail()
  const trx = await db.transaction()
  const message = await Message.plan(
    {
      kind: 'text',
      contact,
      address: contact.address,
      sender: 'twilio',
      body: 'Olá!',
      dedupeKey: randomUUID(),
      sendAt: DateTime.utc(),
      expiresAt: null,
    },
    trx
  )
  return { uuid: message!.uuid, commit: () => trx.commit() }
}

/** The first `count` as they were before they were sent. */
export async function makeDueAgain(count: number) {
  const first = db.from('messages').select('id').orderBy('id').limit(count)
  await db.from('messages').whereIn('id', first).update({
    status: 'queued',
    reason: null,
    lease_owner: null,
    lease_until: null,
    claimed_at: null,
    reconcile_at: null,
    provider: null,
    provider_message_id: null,
    sent_at: null,
    attempts: 0,
  })
  await settle()
}

/** @throws Error unless the provider took every message and that is written down. */
export async function expectAllAccepted(count: number) {
  const rows = await db.from('messages').select('status').count('* as count').groupBy('status')
  const said = rows.map(({ status, count: of }) => `${of} ${status}`).join(', ')
  if (said !== `${count} accepted`) throw new Error(`expected ${count} accepted, got ${said}`)
}

/** Whether there is a limit, and which, is the sender's own. */
export async function limitTo(messagesPerSecond = UNLIMITED) {
  const sender = await Sender.named('twilio')
  await sender.merge({ messagesPerSecond, nextSlotMs: 0, pausedAt: null }).save()
}

/** Nothing leaves until a limit is set. */
export async function pauseSending() {
  const sender = await Sender.named('twilio')
  await sender.merge({ pausedAt: DateTime.utc() }).save()
}

/** Rows as the app writes them; quiet hours and the daily cap are asked about, but stop nobody. */
async function bookOne() {
  const settings = await CompanySettings.current()
  await settings
    .merge({ quietHoursStart: null, quietHoursEnd: null, dailyMessagesPerContact: 1_000_000 })
    .save()
  const candidate = await Contact.create({
    name: 'Ana Exemplo',
    phone: phoneOf(0),
    locale: 'pt-BR',
  })
  await Interview.book(
    {
      candidateId: candidate.id,
      title: 'Entrevista técnica',
      interviewType: 'video',
      startsAt: DateTime.utc().startOf('hour').plus({ days: 9 }),
      timeZone: 'America/Sao_Paulo',
      durationMinutes: 60,
      meetingUrl: 'https://video.example/entrevista',
      description: 'Traga um documento com foto.',
    },
    { by: null }
  )
  return {
    contact: await db.from('contacts').firstOrFail(),
    interview: await db.from('interviews').firstOrFail(),
    message: await db.from(Message.table).firstOrFail(),
  }
}

const aboutNothing = () =>
  db.from('messages').update({ kind: 'text', interview_id: null, facts: null, template_key: null })

function copy(
  table: string,
  row: Record<string, unknown>,
  numbers: number[],
  own: (n: number) => Record<string, unknown>
) {
  const values = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, bind(value)]))
  const id = Number(row.id)
  return db.table(table).multiInsert(numbers.map((n) => ({ ...values, ...own(n), id: id + n })))
}

function bind(value: unknown) {
  if (value instanceof Date) return toDb(DateTime.fromJSDate(value))
  return value !== null && typeof value === 'object' ? JSON.stringify(value) : value
}

/** What the database does by itself sooner or later is done now, so that no round pays for it. */
async function settle() {
  const { dialect } = db.connection()
  if (dialect.name !== 'postgres')
    return void (await db.rawQuery('pragma wal_checkpoint(truncate)'))
  for (const table of TABLES) {
    await db.rawQuery(`vacuum analyze ${table}`)
    const next = `(select coalesce(max(id), 0) + 1 from ${table})`
    await db.rawQuery(`select setval(pg_get_serial_sequence('${table}', 'id'), ${next}, false)`)
  }
}

const phoneOf = (n: number) => `+5511${String(900000000 + n)}`

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n)
