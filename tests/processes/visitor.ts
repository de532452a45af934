/** Somebody at a browser, as far as cookies and the token against forged requests go. */
export class Visitor {
  readonly #cookies = new Map<string, string>()

  constructor(private readonly origin: string) {}

  /** Opens the sign-in page and signs in. */
  async signIn(email: string, password: string) {
    await this.#request('/session')
    const body = new URLSearchParams({ email, password })
    const response = await this.#request('/session', { method: 'POST', body })
    return response.headers.get('location') === '/'
  }

  /** What is broadcast on the channel from now on, in a list that grows. */
  async listen(channel: string, signal: AbortSignal): Promise<string[]> {
    const uid = crypto.randomUUID()
    const stream = await this.#request(`/__transmit/events?uid=${uid}`, { signal })
    const heard: string[] = []
    void collect(stream.body!, heard)
    const { status } = await this.#request('/__transmit/subscribe', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept': 'application/json' },
      body: JSON.stringify({ uid, channel }),
    })
    if (status !== 204) throw new Error(`no subscription: ${status}`)
    return heard
  }

  async #request(path: string, init: RequestInit = {}) {
    const headers = new Headers(init.headers)
    headers.set('cookie', [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    headers.set('x-xsrf-token', decodeURIComponent(this.#cookies.get('XSRF-TOKEN') ?? ''))
    const response = await fetch(this.origin + path, { ...init, headers, redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = cookie.match(/^([^=]+)=([^;]*)/)!
      this.#cookies.set(name, value)
    }
    return response
  }
}

async function collect(body: ReadableStream<Uint8Array>, heard: string[]) {
  const decoder = new TextDecoder()
  try {
    for await (const chunk of body) heard.push(decoder.decode(chunk))
  } catch {
    // The page was closed.
  }
}
