import { Agent, errors, type Dispatcher } from 'undici'
import { NeverSentError } from '#whatsapp/gateways/connection_failure'

export interface ConnectionSettings {
  /** Sockets kept open at most; keep as many messages in flight, not more. Default 50. */
  connections?: number
  /** Patience with a connection, an answer and each part of its body. Default 30,000. */
  timeoutMs?: number
}

export interface ClientRequest {
  method: string
  url: URL
  headers: Record<string, string>
  body?: string
}

export interface ClientResponse {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

const CONNECTIONS = 50
const TIMEOUT_MS = 30_000

/**
 * HTTP to one provider over a bounded set of kept-alive sockets. The clock of a request starts when it is on a socket,
 * not while it waits for one: a time-out always means that the provider may have it.
 */
export class KeepAliveClient {
  readonly #timeoutMs: number
  readonly #agent: Agent
  readonly #dispatcher: Dispatcher

  constructor({ connections = CONNECTIONS, timeoutMs = TIMEOUT_MS }: ConnectionSettings = {}) {
    this.#timeoutMs = timeoutMs
    this.#agent = new Agent({
      connections,
      // One request per socket: with HTTP/2 a lost connection would make all of its requests uncertain.
      pipelining: 1,
      allowH2: false,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      connect: { timeout: timeoutMs },
    })
    this.#dispatcher = this.#agent.compose(witness)
  }

  /** Throws a `NeverSentError` when nothing was written; after any other error the provider may have it. */
  async request({ method, url, headers, body }: ClientRequest): Promise<ClientResponse> {
    const response = await this.#dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method,
      headers,
      body,
    })
    const text = await this.#read(response.body)
    return { status: response.statusCode, headers: response.headers, body: text }
  }

  close() {
    return this.#agent.close()
  }

  /** `bodyTimeout` is between two parts; a body that trickles would hold its socket for ever. */
  async #read(body: Dispatcher.ResponseData['body']) {
    const timer = setTimeout(() => body.destroy(new errors.BodyTimeoutError()), this.#timeoutMs)
    try {
      return await body.text()
    } finally {
      clearTimeout(timer)
    }
  }
}

function witness(dispatch: Dispatcher.Dispatch): Dispatcher.Dispatch {
  return (options, handler) => dispatch(options, new Witness(handler))
}

/** Sees whether a request reached a socket, which no error code tells. */
class Witness implements Dispatcher.DispatchHandler {
  #started = false

  constructor(private handler: Dispatcher.DispatchHandler) {}

  onRequestStart(controller: Dispatcher.DispatchController, context: unknown) {
    this.#started = true
    this.handler.onRequestStart?.(controller, context)
  }

  onResponseStart(...args: Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseStart']>>) {
    this.handler.onResponseStart?.(...args)
  }

  onResponseData(...args: Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseData']>>) {
    this.handler.onResponseData?.(...args)
  }

  onResponseEnd(...args: Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseEnd']>>) {
    this.handler.onResponseEnd?.(...args)
  }

  onResponseError(controller: Dispatcher.DispatchController, error: Error) {
    const reported = this.#started ? error : new NeverSentError(error)
    this.handler.onResponseError?.(controller, reported)
  }
}
