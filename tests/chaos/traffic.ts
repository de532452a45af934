import type { Promised } from '#tests/chaos/history'
import type { Random } from '#tests/chaos/random'
import { setTimeout as pause } from 'node:timers/promises'

const PATIENCE_MS = 100_000
const CALL_MS = 10_000
const DAY_MS = 24 * 3600_000
/** The default plan reminds a day before. */
const REMINDER_MS = DAY_MS

interface Settings {
  addresses: string[]
  token: string
  random: Random
  people?: number
}

/**
 * An ERP that books, moves and cancels, and asks again until it is answered.
 */
export class Traffic {
  readonly promised: Promised[] = []
  #count = 0

  constructor(private readonly settings: Settings) {}

  async book(count: number, { remindInMs }: { remindInMs?: number } = {}) {
    await Promise.all(Array.from({ length: count }, () => this.bookOne(remindInMs)))
  }

  /** Moves and cancels what has been booked, now this, now that. */
  async change(count: number) {
    for (let done = 0; done < count; done += 1) {
      const open = this.openIds()
      if (open.length === 0) return
      const id = this.settings.random.pick(open)
      await (this.settings.random.chance(0.3) ? this.cancel(id) : this.move(id))
    }
  }

  async bookOne(remindInMs?: number) {
    const { random, people = 40 } = this.settings
    const number = (this.#count += 1)
    const person = number % people
    const startsAt = remindInMs === undefined ? this.someDay(number) : this.remindedIn(remindInMs)
    const { id } = await this.call('POST', '/interviews', `book-${number}-${random.next()}`, {
      candidate: { name: `Pessoa ${person}`, phone: phoneOf(person) },
      title: titleFor(number),
      interview_type: 'onsite',
      location: 'Rua do Exemplo, 100',
      duration_minutes: 30,
      starts_at: startsAt,
    })
    this.promise({ what: 'book', interviewId: id, startsAt })
    return id as number
  }

  async move(id: number) {
    const startsAt = this.someDay(this.settings.random.between(1, 400))
    const moved = await this.call('PATCH', `/interviews/${id}`, null, { starts_at: startsAt })
    if (moved) this.promise({ what: 'move', interviewId: id, startsAt })
  }

  async cancel(id: number) {
    await this.call('POST', `/interviews/${id}/cancellation`, `cancel-${id}`, {})
    this.promise({ what: 'cancel', interviewId: id })
  }

  private openIds() {
    const closed = new Set(
      this.promised.filter(({ what }) => what === 'cancel').map(({ interviewId }) => interviewId)
    )
    const booked = this.promised.filter(({ what }) => what === 'book')
    return booked.map(({ interviewId }) => interviewId).filter((id) => !closed.has(id))
  }

  private promise(promised: Omit<Promised, 'at'>) {
    this.promised.push({ ...promised, at: Date.now() })
  }

  private someDay(number: number) {
    const day = 3 + (number % 90)
    return new Date(Math.floor(Date.now() / DAY_MS + day) * DAY_MS + 13 * 3600_000).toISOString()
  }

  private remindedIn(ms: number) {
    return new Date(Date.now() + REMINDER_MS + ms).toISOString()
  }

  /** Asks one process after the other until one answers. Null: what was to be changed is over already. */
  private async call(method: string, path: string, key: string | null, body: object) {
    const deadline = Date.now() + PATIENCE_MS
    let answer = 'nothing'
    for (let tries = 0; Date.now() < deadline; tries += 1) {
      const { addresses } = this.settings
      const address = addresses[tries % addresses.length]
      const response = await this.ask(`${address}/api/v1${path}`, method, key, body)
      if (response?.ok) return response.json() as Promise<any>
      answer = response ? `${response.status} ${await response.text()}` : 'nothing'
      if (/interview_is_cancelled/.test(answer)) return null
      if (response && response.status < 500 && response.status !== 409) break
      await pause(150)
    }
    throw new Error(`${method} ${path} was answered with ${answer}`)
  }

  private ask(url: string, method: string, key: string | null, body: object) {
    return fetch(url, {
      method,
      body: JSON.stringify(body),
      headers: {
        'authorization': `Bearer ${this.settings.token}`,
        'content-type': 'application/json',
        ...(key !== null && { 'idempotency-key': key }),
      },
      signal: AbortSignal.timeout(CALL_MS),
    }).catch(() => null)
  }
}

const titleFor = (number: number) => `Entrevista ${number}`

/** What the request with this key books; null when it books nothing. */
export function titleOf(key: string) {
  const number = key.match(/^book-(\d+)-/)?.[1]
  return number ? titleFor(Number(number)) : null
}

const phoneOf = (person: number) => `+55119000000${String(person).padStart(2, '0')}`
