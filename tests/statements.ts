import db from '@adonisjs/lucid/services/db'

/** What the database is asked while `act` runs, `begin` and `commit` included. */
export async function statementsDuring(act: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = []
  const note = ({ sql }: { sql: string }) => void statements.push(sql)
  const client = db.connection().getWriteClient()
  client.on('query', note)
  try {
    await act()
  } finally {
    client.off('query', note)
  }
  return statements
}
