/**
 * The process gets a signal (SIGKILL unless `CHAOS_SIGNAL` says otherwise) the `CHAOS_NTH` time it comes to the step in
 * `CHAOS_STEP`. Which steps it came to is written to `CHAOS_TRACE`, so that one that no longer exists is noticed.
 */
import { watchStatements, type Statement } from '#tests/chaos/preloads/statements'
import { watchRequests } from '#tests/chaos/preloads/requests'
import type { Step } from '#tests/chaos/steps'
import { appendFileSync } from 'node:fs'

const {
  CHAOS_STEP: wanted,
  CHAOS_TRACE: trace,
  CHAOS_NTH = '1',
  CHAOS_SIGNAL = 'SIGKILL',
} = process.env
let left = Number(CHAOS_NTH)

function reach(step: Step) {
  if (step !== wanted || left <= 0) return
  left -= 1
  if (left > 0) return
  appendFileSync(trace!, `${step}\n`)
  process.kill(process.pid, CHAOS_SIGNAL)
}

type Deed = 'booking' | 'reminder' | 'claim' | 'landing' | 'doubt' | 'finding'

/** What has been done on each connection since its transaction began. */
const deeds = new WeakMap<object, Set<Deed>>()
const of = (connection: object) => deeds.get(connection) ?? new Set<Deed>()

let isListAnswered = false

function deedOf({ sql, bindings }: Statement, rows: number): Deed | null {
  if (/^insert into \W?interviews\W/i.test(sql)) return 'booking'
  if (/^insert into \W?messages\W/i.test(sql))
    return bindings.includes('reminder') ? 'reminder' : null
  if (!isUpdate(sql) || rows === 0) return null
  if (sets(sql, 'sending')) return 'claim'
  // Many at once are those that landed; one by one they may also be what a list told.
  if (sets(sql, 'accepted')) return 'landing'
  if (isListAnswered) return 'finding'
  if (bindings.includes('accepted')) return 'landing'
  return bindings.includes('unconfirmed') ? 'doubt' : null
}

const isUpdate = (sql: string) => /\bupdate \W?messages\W/i.test(sql)
const isClaim = (sql: string) => isUpdate(sql) && sets(sql, 'sending')

/** A status that is only asked for is not a status that is given. */
const setClause = (sql: string) => sql.match(/\bset\b(.*?)(\bwhere\b|\bfrom\b|$)/is)?.[1] ?? ''

const sets = (sql: string, status: string) => setClause(sql).includes(`'${status}'`)
const isBegin = (sql: string) => /^begin/i.test(sql)
const isCommit = (sql: string) => /^commit/i.test(sql)

watchStatements({
  before({ connection, sql }) {
    if (isClaim(sql)) reach('claim_begins')
    if (!isCommit(sql)) return
    for (const deed of of(connection)) reach(`${deed}_written` as Step)
  },
  after(statement, rows) {
    const { connection, sql } = statement
    if (isBegin(sql)) deeds.set(connection, new Set())
    if (isCommit(sql)) {
      for (const deed of of(connection)) reach(`${deed}_committed` as Step)
      deeds.delete(connection)
    }
    const deed = deedOf(statement, rows)
    if (deed) deeds.get(connection)?.add(deed)
  },
})

watchRequests({
  reach,
  listAnswered: () => (isListAnswered = true),
})
