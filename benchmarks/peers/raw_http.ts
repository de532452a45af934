import type { Due } from '#benchmarks/due_messages'
import { Pool } from 'undici'

const PATH = '/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages.json'
const HEADERS = {
  'authorization': `Basic ${Buffer.from('AC00000000000000000000000000000000:nobody').toString('base64')}`,
  'content-type': 'application/x-www-form-urlencoded',
}

/** What the provider is asked to do with a message, by hand: no SDK, no record of it. */
export class RawHttp {
  readonly #pool: Pool

  constructor(url: string, connections: number) {
    this.#pool = new Pool(url, { connections })
  }

  async post({ uuid, address, body }: Due) {
    const form = new URLSearchParams({
      To: `whatsapp:${address}`,
      From: 'whatsapp:+14155238886',
      Body: body,
      StatusCallback: `http://localhost:3399/webhooks/twilio/status?message=${uuid}`,
    })
    const answer = await this.#pool.request({
      path: PATH,
      method: 'POST',
      headers: HEADERS,
      body: form.toString(),
    })
    if (answer.statusCode !== 201) throw new Error(`the provider answered ${answer.statusCode}`)
    return JSON.parse(await answer.body.text()).sid as string
  }

  /** All of them, `concurrency` at a time; messages a second. */
  async postAll(dues: Due[], concurrency: number) {
    const start = performance.now()
    const rest = dues.values()
    const one = async () => {
      for (const due of rest) await this.post(due)
    }
    await Promise.all(Array.from({ length: concurrency }, one))
    return dues.length / ((performance.now() - start) / 1000)
  }

  close() {
    return this.#pool.close()
  }
}
