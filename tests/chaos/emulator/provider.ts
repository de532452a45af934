import { faultOf, LIES, WELL_BEHAVED, type Behaviour } from '#tests/chaos/emulator/behaviour'
import type { Callbacks } from '#tests/chaos/emulator/callbacks'
import type { Log } from '#tests/chaos/emulator/log'
import { pageOf, resourceOf, type Taken } from '#tests/chaos/emulator/messages'
import { reply } from '#tests/chaos/emulator/replies'
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** Twilio's Messages resource, as it is on its worst days. */
export class Provider {
  behaviour = WELL_BEHAVED
  readonly #taken: Taken[] = []
  readonly #attempts = new Map<string, number>()
  #inFlight = 0

  constructor(
    private readonly account: string,
    private readonly callbacks: Callbacks,
    private readonly log: Log
  ) {}

  change(change: Partial<Behaviour>) {
    this.behaviour = { ...this.behaviour, ...change }
  }

  async handle(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url!, 'http://provider')
    if (!url.pathname.endsWith('/Messages.json')) return reply(response, 404, { code: 20404 })
    if (request.method === 'GET') return this.list(url.searchParams, response)
    this.#inFlight += 1
    response.once('close', () => (this.#inFlight -= 1))
    await this.create(new URLSearchParams(await textOf(request)), response)
  }

  private async list(query: URLSearchParams, response: ServerResponse) {
    const { list, listLagMs } = this.behaviour
    const page = pageOf(this.#taken, query, this.account, Date.now() - listLagMs)
    const fault = list === 'ok' ? null : list
    const found = page.messages.length
    this.log.add({ type: 'listed', at: Date.now(), to: query.get('To')!, found, fault })
    if (list === 'hanging') return
    if (list === 'down') return reply(response, 500, { code: 20500, message: 'down' })
    reply(response, 200, page)
  }

  private async create(form: URLSearchParams, response: ServerResponse) {
    const to = form.get('To')!
    const attempt = (this.#attempts.get(to) ?? 0) + 1
    this.#attempts.set(to, attempt)
    const fault = faultOf(this.behaviour, to, attempt)
    const uuid = uuidIn(form.get('StatusCallback'))
    const inFlight = this.#inFlight
    const body = form.get('Body')!
    this.log.add({ type: 'received', at: Date.now(), uuid, to, body, fault, inFlight })

    await pause(this.behaviour.latencyMs)
    const isTaken = fault === null || LIES.includes(fault as (typeof LIES)[number])
    if (!isTaken) return reply(response, fault)
    await this.take(form, uuid, (message) =>
      reply(response, fault ?? 201, resourceOf(message, this.account))
    )
  }

  private async take(form: URLSearchParams, uuid: string, answer: (message: Taken) => void) {
    const message: Taken = {
      uuid,
      sid: `SM${randomBytes(16).toString('hex')}`,
      to: form.get('To')!,
      from: form.get('From')!,
      body: form.get('Body')!,
      callback: form.get('StatusCallback'),
      createdAt: Date.now(),
      status: 'queued',
    }
    const { sid, to, body } = message
    this.#taken.push(message)
    this.log.add({ type: 'accepted', at: message.createdAt, uuid, sid, to, body })
    if (this.kills(uuid)) return

    const { said, isEarly } = this.callbacks.plan(this.behaviour, message)
    if (isEarly) await this.callbacks.sayAll(message, said.splice(0, 1))
    answer(message)
    await this.callbacks.sayAll(message, said)
  }

  /** The process that sent this dies before it is answered. */
  private kills(uuid: string) {
    const { kill } = this.behaviour
    if (!kill) return false
    if (kill.after > 0) return void (kill.after -= 1)
    this.change({ kill: null })
    try {
      process.kill(kill.pid, 'SIGKILL')
    } catch {
      return false
    }
    this.log.add({ type: 'killed', at: Date.now(), pid: kill.pid, uuid })
    return true
  }
}

async function textOf(request: IncomingMessage) {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

const uuidIn = (callback: string | null) =>
  (callback && new URL(callback).searchParams.get('message')) ?? ''
