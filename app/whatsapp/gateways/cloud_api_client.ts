import { graphRoot, type CloudApiSettings } from '#whatsapp/gateways/cloud_api_settings'
import { graphErrorOf, jsonOf, type GraphError } from '#whatsapp/gateways/cloud_api_answer'
import { KeepAliveClient, type ClientResponse } from '#whatsapp/gateways/keep_alive_client'

/** The Graph API answered something else than what was asked for. */
export class GraphFailure extends Error {
  readonly code: string

  constructor(
    readonly status: number,
    readonly error: GraphError | null
  ) {
    super(error?.detail ?? `HTTP ${status}`)
    this.code = error?.code ?? `http_${status}`
  }
}

/** The Graph API over kept-alive sockets, with our token. */
export class GraphClient {
  readonly #connections: KeepAliveClient

  constructor(private readonly settings: CloudApiSettings) {
    this.#connections = new KeepAliveClient(settings)
  }

  /** Any answer is an answer; throws what `connectionFailure` understands. */
  request(method: 'GET' | 'POST', path: string, body?: object): Promise<ClientResponse> {
    return this.#connections.request({
      method,
      url: new URL(`${graphRoot(this.settings)}/${path}`),
      headers: {
        authorization: `Bearer ${this.settings.accessToken?.release() ?? ''}`,
        accept: 'application/json',
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
    })
  }

  /** @throws GraphFailure for whatever is not a JSON answer of success */
  async ask(method: 'GET' | 'POST', path: string, body?: object): Promise<any> {
    const response = await this.request(method, path, body)
    const answer = response.status < 300 ? jsonOf(response) : undefined
    if (!answer || answer.error) throw new GraphFailure(response.status, graphErrorOf(response))
    return answer
  }

  close() {
    return this.#connections.close()
  }
}
