import twilio from 'twilio'
import RequestClient from 'twilio/lib/base/RequestClient.js'
import type http from 'twilio/lib/http/response.js'
import type { ClientResponse, KeepAliveClient } from '#whatsapp/gateways/keep_alive_client'

/**
 * The SDK's own transport puts 20 sockets under a time-out that also runs while a request waits for one, and its host
 * is fixed. This one sends through our client, to `baseUrl` when there is one, else to Twilio.
 */
export class TwilioRequestClient extends RequestClient {
  constructor(
    private client: KeepAliveClient,
    private baseUrl?: string
  ) {
    super()
  }

  async request<T>(options: RequestClient.RequestOptions<T>): Promise<http.default<T>> {
    const response = await this.client.request({
      method: options.method.toUpperCase(),
      url: this.#url(options),
      headers: { ...(options.headers as Record<string, string>), ...this.#authorization(options) },
      body: this.#body(options),
    })
    if (response.status === 429) throw this.#tooMany(response)
    // The SDK parses the text and knows how to fail on it.
    return this.#response(response) as http.default<T>
  }

  #url({ uri, params }: RequestClient.RequestOptions) {
    const asked = new URL(uri)
    const url = this.baseUrl ? new URL(this.baseUrl + asked.pathname + asked.search) : asked
    for (const [name, value] of encode(params)) url.searchParams.append(name, value)
    return url
  }

  #authorization({ username, password }: RequestClient.RequestOptions) {
    const credentials = Buffer.from(`${username}:${password}`).toString('base64')
    return { authorization: `Basic ${credentials}` }
  }

  #body({ data, headers }: RequestClient.RequestOptions) {
    if (!data) return
    const isJson = headers?.['Content-Type'] === 'application/json'
    return isJson ? JSON.stringify(data) : encode(data).toString()
  }

  /** The SDK's exception drops the headers, and with them how long to wait. */
  #tooMany(response: ClientResponse) {
    const exception = new twilio.RestException(this.#response(response))
    return Object.assign(exception, { retryAfter: response.headers['retry-after'] })
  }

  #response({ status, body, headers }: ClientResponse): http.default<string> {
    return { statusCode: status, body, headers }
  }
}

/** Lists become repeated keys, absent values nothing. */
function encode(fields: object = {}) {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) if (one !== undefined) form.append(name, String(one))
  }
  return form
}
