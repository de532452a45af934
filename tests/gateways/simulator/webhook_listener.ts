import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

const WITHIN_MS = 5000

export interface Call {
  /** Path and query. */
  path: string
  signature: string
  contentType: string
  form: Record<string, string>
}

/** What a Twilio customer runs: notes every webhook, answers 204. */
export class WebhookListener {
  calls: Call[] = []
  /** Statuses to answer with before 204 again. */
  answers: number[] = []
  /** Connections to drop before answering again. */
  drops = 0
  #server: Server

  constructor() {
    this.#server = createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      this.calls.push({
        path: request.url!,
        signature: String(request.headers['x-twilio-signature']),
        contentType: String(request.headers['content-type']),
        form: Object.fromEntries(new URLSearchParams(body)),
      })
      if (this.drops-- > 0) return request.socket.destroy()
      response.writeHead(this.answers.shift() ?? 204).end()
    })
  }

  async start() {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
  }

  stop() {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  get origin() {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  get statuses() {
    return this.calls.map(({ form }) => form.MessageStatus)
  }

  forget() {
    this.calls = []
    this.answers = []
    this.drops = 0
  }

  /** @throws when fewer have come within 5 s */
  async waitFor(count: number) {
    const deadline = Date.now() + WITHIN_MS
    while (this.calls.length < count) {
      if (Date.now() > deadline)
        throw new Error(`${this.calls.length} of ${count} webhooks came: ${this.statuses}`)
      await wait(10)
    }
    return this.calls
  }
}
