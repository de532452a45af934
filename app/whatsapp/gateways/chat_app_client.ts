import { KeepAliveClient } from '#whatsapp/gateways/keep_alive_client'
import { CHAT_APP, type ChatAppSettings } from '#whatsapp/gateways/chat_app_settings'

/** The only code of ChatApp's that is documented. */
export const INVALID_TOKEN = 'ApiInvalidTokenError'

/** ChatApp answered, and the answer is no. */
export class ChatAppRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string | null,
    message: string,
    readonly retryAfter?: string
  ) {
    super(message)
  }

  get isInvalidToken() {
    return this.status === 401 || this.code === INVALID_TOKEN
  }
}

interface Question {
  method: 'GET' | 'POST' | 'PUT'
  /** Below `/v1`. */
  path: string
  headers?: Record<string, string>
  body?: object
}

/**
 * ChatApp's API: JSON both ways, `{ success, data }` or `{ success: false, error: { code, message } }`.
 */
export class ChatAppClient {
  readonly #connections: KeepAliveClient
  readonly #base: string

  constructor(settings: ChatAppSettings) {
    this.#connections = new KeepAliveClient(settings)
    this.#base = `${settings.baseUrl ?? CHAT_APP}/v1`
  }

  /** The `data` of the answer. Throws a `ChatAppRefusal`, or whatever went wrong with the connection. */
  async ask<Data>({ method, path, headers = {}, body }: Question): Promise<Data> {
    const answer = await this.#connections.request({
      method,
      url: new URL(this.#base + path),
      headers: { 'accept': 'application/json', 'content-type': 'application/json', ...headers },
      body: body && JSON.stringify(body),
    })
    const isSuccess = answer.status >= 200 && answer.status < 300
    // Of a success nobody can read it is not known what it says: the parser's error tells so.
    const parsed = isSuccess ? JSON.parse(answer.body) : legible(answer.body)
    if (isSuccess && parsed?.success !== false) return parsed?.data
    throw refusalOf(answer.status, parsed?.error, answer.headers['retry-after'])
  }

  close() {
    return this.#connections.close()
  }
}

function legible(body: string) {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

function refusalOf(status: number, error: unknown, retryAfter: string | string[] | undefined) {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  const word = code === undefined || code === null ? null : String(code)
  return new ChatAppRefusal(status, word, String(message ?? ''), retryAfter?.toString())
}
