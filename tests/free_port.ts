import { once } from 'node:events'
import { createServer } from 'node:net'

/** Below what the system lends to outgoing connections: one of those could take the port before we listen. */
const FIRST = 20_000
const COUNT = 10_000

/** A port of the loopback address that nobody listens on. */
export async function freePort(): Promise<number> {
  const port = FIRST + Math.floor(Math.random() * COUNT)
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return freePort()
  }
  server.close()
  await once(server, 'close')
  return port
}
