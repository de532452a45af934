import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { randomInt } from 'node:crypto'

const MOST_BYTES = 64 * 1024
const MOST = 1_000_000

/**
 * The reference reply backend: `POST /process` with `{ "text" }` answers `{ "original", "reply" }`, the reply in English
 * and with another number each time; 422 without a text. `GET /` tells that it is there.
 */
export function replyServer(): Server {
  return createServer((request, response) => {
    void answer(request, response).catch(() => respond(response, 400, problem(400, 'unreadable')))
  })
}

async function answer(request: IncomingMessage, response: ServerResponse) {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  if (pathname === '/') return respond(response, 200, { status: 'ok' })
  if (pathname !== '/process')
    return respond(response, 404, problem(404, 'There is only /process.'))
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST')
    return respond(response, 405, problem(405, 'Only POST is answered.'))
  }
  const text = textIn(await bodyOf(request))
  if (text === null) return respond(response, 422, noText())
  return respond(response, 200, { original: text, reply: replyTo(text) })
}

const replyTo = (text: string) =>
  `I received your message: '${text}' and here is a random number: ${randomInt(1, MOST + 1)}`

function textIn(body: string): string | null {
  try {
    const { text } = JSON.parse(body) ?? {}
    return typeof text === 'string' && text.trim() ? text : null
  } catch {
    return null
  }
}

async function bodyOf(request: IncomingMessage) {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes <= MOST_BYTES) chunks.push(chunk)
  }
  return bytes <= MOST_BYTES ? Buffer.concat(chunks).toString('utf8') : ''
}

const problem = (status: number, detail: string) => ({ type: 'about:blank', status, detail })

const noText = () => ({
  ...problem(422, 'The body must be {"text": "…"} with a text that is not blank.'),
  errors: [{ field: 'text', rule: 'required', message: 'The text is missing.' }],
})

function respond(response: ServerResponse, status: number, body: object) {
  const type = status < 400 ? 'application/json' : 'application/problem+json'
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` })
  response.end(JSON.stringify(body))
}
