import db from '@adonisjs/lucid/services/db'

/** Children before their parents. */
const TABLES = [
  'receipts',
  'messages',
  'interview_events',
  'interview_interviewers',
  'interviews',
  'contacts',
  'webhook_calls',
  'queue_jobs',
  'senders',
]

/** What a story has written. Many stories are told in one test, and truncating every table takes longer than telling one. */
export async function emptyDatabase() {
  for (const table of TABLES) await db.from(table).delete()
}
