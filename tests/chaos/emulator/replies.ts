import type { Fault } from '#tests/chaos/emulator/behaviour'
import type { ServerResponse } from 'node:http'

const JSON_TYPE = { 'content-type': 'application/json' }
const TRICKLE_MS = 1000

export function reply(response: ServerResponse, how: number | Fault, resource: object = {}) {
  if (typeof how === 'number') return send(response, how, resource)
  return REPLIES[how](response, resource)
}

const send = (response: ServerResponse, status: number, body: object, headers = {}) =>
  void response.writeHead(status, { ...JSON_TYPE, ...headers }).end(JSON.stringify(body))

const fail = (status: number, code: number) => (response: ServerResponse) =>
  send(response, status, { code, status, message: `emulated ${code}` })

const reset = (response: ServerResponse) => void response.socket?.resetAndDestroy()
const nothing = () => {}

const REPLIES: Record<Fault, (response: ServerResponse, resource: object) => void> = {
  reset,
  hang: nothing,
  error_500: fail(500, 20500),
  error_503: fail(503, 20503),
  throttled: fail(429, 20429),
  throttled_1s: (response) =>
    send(response, 429, { code: 20429, status: 429 }, { 'retry-after': '1' }),
  accept_reset: reset,
  accept_hang: nothing,
  accept_500: fail(500, 20500),
  truncated: (response, resource) => {
    const text = JSON.stringify(resource)
    response.writeHead(201, { ...JSON_TYPE, 'content-length': text.length })
    response.write(text.slice(0, 40), () => response.socket?.destroy())
  },
  html: (response) =>
    void response.writeHead(201, { 'content-type': 'text/html' }).end('<h1>It worked!</h1>'),
  no_sid: (response) => send(response, 201, { status: 'queued' }),
  trickle: (response, resource) => {
    response.writeHead(201, JSON_TYPE)
    trickle(response, JSON.stringify(resource))
  },
}

/** One byte a second. */
function trickle(response: ServerResponse, text: string) {
  let sent = 0
  const timer = setInterval(() => response.write(text[sent++] ?? ' '), TRICKLE_MS)
  response.once('close', () => clearInterval(timer))
}
