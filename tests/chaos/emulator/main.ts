/**
 * A Twilio to be afraid of, in a process of its own: `main.ts <port> <control port> <log>`, credentials in the
 * environment. `PUT /behaviour` on the control port changes how it behaves from now on.
 */
import type { Behaviour } from '#tests/chaos/emulator/behaviour'
import { Callbacks } from '#tests/chaos/emulator/callbacks'
import { Log } from '#tests/chaos/emulator/log'
import { Provider } from '#tests/chaos/emulator/provider'
import { once } from 'node:events'
import { createServer } from 'node:http'

const [port, controlPort, logPath] = process.argv.slice(2)
const { TWILIO_ACCOUNT_SID: account = '', TWILIO_AUTH_TOKEN: token = '' } = process.env

const log = new Log(logPath)
const provider = new Provider(account, new Callbacks(token, account, log), log)
const server = createServer((request, response) => {
  provider.handle(request, response).catch(() => response.destroy())
})

async function listen() {
  if (server.listening) return
  server.listen(Number(port), '127.0.0.1')
  await once(server, 'listening')
}

async function hangUp() {
  if (!server.listening) return
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}

const control = createServer(async (request, response) => {
  let text = ''
  for await (const chunk of request) text += chunk
  const change: Partial<Behaviour> = JSON.parse(text || '{}')
  provider.change(change)
  await (provider.behaviour.isDown ? hangUp() : listen())
  response.end('{}')
})

await listen()
control.listen(Number(controlPort), '127.0.0.1')
await once(control, 'listening')
process.on('disconnect', () => process.exit())
process.send?.('ready')
