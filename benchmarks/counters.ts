import db from '@adonisjs/lucid/services/db'
import diagnostics from 'node:diagnostics_channel'

/** How many statements `act` sends to the database, transaction included. */
export async function countStatements(act: () => Promise<unknown>) {
  const client = db.connection().getWriteClient()
  let count = 0
  const onQuery = () => {
    count += 1
  }
  client.on('query', onQuery)
  await act()
  client.removeListener('query', onQuery)
  return count
}

/** Counts connections this process opens until `stop`. */
export function countSockets() {
  let count = 0
  const onSocket = () => {
    count += 1
  }
  diagnostics.subscribe('net.client.socket', onSocket)
  return {
    stop() {
      diagnostics.unsubscribe('net.client.socket', onSocket)
      return count
    },
  }
}
