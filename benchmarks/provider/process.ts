/**
 * A Twilio that takes every message and does nothing with it: what it costs must not be what is measured. A process of
 * its own, started and asked by `benchmarks/provider/provider.ts`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Order, Taken } from '#benchmarks/provider/provider'

const NAMED_IN_CALLBACK = /message%3D([0-9a-f-]{36})/

let latencyMs = 0
let taken: Taken = { names: [], at: [] }

const now = () => Number(process.hrtime.bigint()) / 1e6

const server = createServer((request, response) => {
  const at = now()
  const parts: Buffer[] = []
  request.on('data', (part) => parts.push(part))
  request.on('end', () => take(Buffer.concat(parts).toString('latin1'), at, request, response))
})

/** As much as Twilio says of a message it has taken. */
const said = {
  account_sid: 'AC00000000000000000000000000000000',
  api_version: '2010-04-01',
  body: 'Olá!',
  date_created: 'Fri, 20 Nov 2026 13:00:00 +0000',
  date_sent: null,
  date_updated: 'Fri, 20 Nov 2026 13:00:00 +0000',
  direction: 'outbound-api',
  error_code: null,
  error_message: null,
  from: 'whatsapp:+14155238886',
  messaging_service_sid: null,
  num_media: '0',
  num_segments: '1',
  price: null,
  price_unit: null,
  status: 'queued',
  subresource_uris: {
    media: '/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages/Media.json',
  },
  to: 'whatsapp:+5511900000001',
  uri: '/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages/SM.json',
}

function take(body: string, at: number, { method }: IncomingMessage, response: ServerResponse) {
  if (method !== 'POST') return void answer(response, 200, { messages: [] })
  taken.names.push(NAMED_IN_CALLBACK.exec(body)?.[1] ?? body)
  taken.at.push(at)
  const message = { ...said, sid: `SM${process.hrtime.bigint().toString(16).padStart(32, '0')}` }
  if (latencyMs === 0) answer(response, 201, message)
  else setTimeout(() => answer(response, 201, message), latencyMs)
}

function answer(response: ServerResponse, status: number, content: object) {
  const text = JSON.stringify(content)
  response
    .writeHead(status, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    })
    .end(text)
}

process.on('message', ({ ask, latencyMs: latency }: Order) => {
  if (ask === 'forget') {
    latencyMs = latency ?? 0
    taken = { names: [], at: [] }
  }
  process.send!(ask === 'report' ? taken : ask === 'count' ? taken.at.length : null)
})
process.on('disconnect', () => process.exit())

server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port))
