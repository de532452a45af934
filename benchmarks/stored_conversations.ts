import db from '@adonisjs/lucid/services/db'
import { toDb } from '#database/columns'
import { DateTime } from 'luxon'
import { randomUUID } from 'node:crypto'

/** Below SQLite's limits on terms and bindings of one statement. */
const ROWS_PER_INSERT = 400
const BLOCK = 20_000
/** Written to and by each person. */
const PER_PERSON = 10
const SENDER = 'twilio'
const WORDS = [
  'Bom dia, a vaga ainda está aberta?',
  'Posso levar o portfólio impresso na entrevista?',
  'Tem estacionamento perto da loja?',
  'Obrigada, até amanhã às 14:00!',
]
/** In one message of so many: what a search for something rare finds. */
const RARE_EVERY = 10_000
const RARE = 'Falei com a Zuleica na recepção.'
/** One conversation in so many waits for an answer. */
const OPEN_EVERY = 50

/**
 * Fills the tables of the inbox: people with ten messages each and their conversations; one has a thousand more.
 */
export async function storeConversations(total: number, say: (line: string) => void = () => {}) {
  const people = total / PER_PERSON
  await inTransaction(people, storePeople)
  for (let first = 0; first < total; first += BLOCK) {
    await inTransaction(Math.min(BLOCK, total - first), (at) => storeMessages(first + at, people))
    if ((first + BLOCK) % 200_000 === 0) say(`${first + BLOCK} of ${total} messages stored`)
  }
  if (db.connection().dialect.name === 'postgres') await db.rawQuery('vacuum analyze')
}

async function inTransaction(count: number, store: (first: number) => Promise<unknown>) {
  for (let first = 0; first < count; first += ROWS_PER_INSERT) await store(first)
}

async function storePeople(first: number) {
  const now = DateTime.utc()
  const numbers = Array.from({ length: ROWS_PER_INSERT }, (_, at) => first + at + 1)
  const times = { created_at: toDb(now), updated_at: toDb(now) }
  const phone = (n: number) => `+55119${String(10_000_000 + n)}`
  await db.table('contacts').multiInsert(
    numbers.map((n) => ({
      id: n,
      name: `Pessoa ${n} Exemplo`,
      phone: phone(n),
      locale: 'pt-BR',
      search_text: `pessoa ${n} exemplo ${phone(n)}`,
      ...times,
    }))
  )
  await db.table('conversations').multiInsert(
    numbers.map((n) => ({
      contact_id: n,
      sender: SENDER,
      status: n % OPEN_EVERY === 0 ? 'open' : 'resolved',
      last_activity_at: toDb(now.minus({ seconds: n })),
      last_inbound_at: toDb(now.minus({ seconds: n })),
      ...times,
    }))
  )
}

/** The first person wrote the first thousand. */
const LONGEST = 1000
const writerOf = (index: number, people: number) => (index < LONGEST ? 1 : (index % people) + 1)

function storeMessages(first: number, people: number) {
  const now = toDb(DateTime.utc())
  const rows = Array.from({ length: ROWS_PER_INSERT }, (_, at) => {
    const index = first + at
    return {
      uuid: randomUUID(),
      direction: index % 2 ? 'outbound' : 'inbound',
      kind: index % 2 ? 'reply' : 'text',
      status: index % 2 ? 'delivered' : 'received',
      contact_id: writerOf(index, people),
      sender: SENDER,
      provider: SENDER,
      address: '+5511900000000',
      body: index % RARE_EVERY === 7 ? RARE : WORDS[index % WORDS.length],
      priority: 0,
      sent_at: now,
      created_at: now,
      updated_at: now,
    }
  })
  return db.table('messages').multiInsert(rows)
}
