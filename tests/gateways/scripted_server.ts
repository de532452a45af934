import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface SeenRequest {
  method: string
  url: URL
  headers: IncomingMessage['headers']
  body: Buffer
  form: URLSearchParams
  /** The socket it came on, as a number that tells sockets apart. */
  port: number
}

type Script = (response: ServerResponse, request: SeenRequest) => unknown

/**
 * A server that remembers what it was asked and answers byte for byte what a test tells it.
 */
export class ScriptedServer {
  readonly requests: SeenRequest[] = []
  #server = createServer((request, response) => this.#play(request, response))
  #script: Script = (response) => response.end()

  async start() {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return this
  }

  get origin() {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  answer(script: Script) {
    this.#script = script
  }

  answerWith(status: number, body: string, headers: Record<string, string> = {}) {
    this.answer((response) => response.writeHead(status, headers).end(body))
  }

  answerJson(status: number, body: object, headers: Record<string, string> = {}) {
    this.answerWith(status, JSON.stringify(body), {
      'content-type': 'application/json',
      ...headers,
    })
  }

  async stop() {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #play(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const seen = {
      method: request.method!,
      url: new URL(request.url!, this.origin),
      headers: request.headers,
      body,
      form: new URLSearchParams(body.toString()),
      port: request.socket.remotePort!,
    }
    this.requests.push(seen)
    this.#script(response, seen)
  }
}
