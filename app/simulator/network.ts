import { journey, withCallbacks } from '#simulator/journey'
import type { Message, Messages } from '#simulator/messages'
import type { Phone } from '#simulator/phone'
import type { PostOffice, ProviderName, Told } from '#simulator/post_office'
import type { SettingsStore } from '#simulator/settings'
import type { Step, Steps } from '#simulator/steps'

/** A status callback that went out, and the HTTP status it met; null: nobody answered. */
export interface Delivery extends Told {
  sid: string
  message_status: string
}

interface NetworkParts {
  steps: Steps
  messages: Messages
  settings: SettingsStore
  offices: Record<ProviderName, PostOffice>
  announce: () => void
}

/** Takes messages to their phones and tells the sender how far they came. */
export class Network {
  #timer: NodeJS.Timeout | undefined
  /** The last callback of each message: one message's callbacks do not overtake each other. */
  #underWay = new Map<string, Promise<unknown>>()
  #stopped = new AbortController()

  constructor(private parts: NetworkParts) {}

  carry(
    { sid, provider, content, recipient }: Message,
    phone: Phone,
    errorCode: number | null = null
  ) {
    const { refusals } = this.parts.offices[provider]
    const isTemplate = content.template !== undefined
    const attempt = { phone, refusals, isTemplate, address: recipient, errorCode }
    this.parts.steps.add(sid, journey(attempt, this.parts.settings.current, Date.now()))
    this.wake()
  }

  /** The first change, and the callback about it answered. */
  async firstStepNow(sid: string) {
    for (const step of this.parts.steps.takeFirst(sid)) await this.#take(step)
  }

  /** The person looked at these. */
  read(messages: Message[]) {
    const read = { status: 'read' as const, error_code: null, due_at: Date.now() }
    for (const { sid } of messages) {
      const wasPlanned = this.parts.steps.hurry(sid, 'read', read.due_at)
      if (!wasPlanned) this.parts.steps.add(sid, withCallbacks([read], this.parts.settings.current))
    }
    this.wake()
  }

  /** Everything still to come happens now, one after the other. */
  async release(): Promise<Delivery[]> {
    const deliveries: Delivery[] = []
    for (const step of this.parts.steps.takeAll()) {
      if (step.kind === 'change') this.#change(step)
      else deliveries.push(...(await this.#call(step, this.#stopped.signal)))
    }
    return deliveries
  }

  unhold() {
    this.parts.steps.unhold()
    this.wake()
  }

  wake() {
    clearTimeout(this.#timer)
    const dueAt = this.parts.steps.nextDueAt()
    if (dueAt !== null) this.#timer = setTimeout(() => this.#run(), Math.max(0, dueAt - Date.now()))
  }

  /** No callback is under way and none will start by itself. */
  async stop() {
    clearTimeout(this.#timer)
    this.#stopped.abort()
    await Promise.allSettled(this.#underWay.values())
    this.#stopped = new AbortController()
  }

  #run() {
    for (const step of this.parts.steps.takeDue(Date.now())) void this.#take(step)
    this.wake()
  }

  async #take(step: Step) {
    if (step.kind === 'change') return this.#change(step)
    if (this.parts.settings.current.hold_callbacks) return this.parts.steps.hold(step)
    return this.#inTurn(step)
  }

  #change({ sid, status, error_code: errorCode }: Step) {
    this.parts.messages.become(sid, status, errorCode)
    this.parts.announce()
  }

  async #inTurn(step: Step) {
    const { signal } = this.#stopped
    const before = this.#underWay.get(step.sid) ?? Promise.resolve()
    const call = before.then(() => this.#call(step, signal))
    this.#underWay.set(step.sid, call)
    await call
    if (this.#underWay.get(step.sid) === call) this.#underWay.delete(step.sid)
  }

  async #call(step: Step, signal: AbortSignal): Promise<Delivery[]> {
    const message = this.parts.messages.find(step.sid)
    if (!message || signal.aborted) return []
    const told = await this.parts.offices[message.provider].tellStatus(message, step, signal)
    return told ? [{ sid: step.sid, message_status: step.status, ...told }] : []
  }
}
