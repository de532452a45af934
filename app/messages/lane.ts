import settings, { startableSeconds } from '#config/delivery'
import { Age } from '#messages/age'
import { Alarm } from '#messages/alarm'
import type { Claimed } from '#messages/claim'
import { Delivery } from '#messages/delivery'
import type { Landed } from '#messages/landed'
import { learnAddress } from '#messages/learn_address'
import { runWave } from '#messages/wave'
import type { WhatsappManager } from '#whatsapp/whatsapp_manager'
import type { Logger } from '@adonisjs/core/logger'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

/** How long a lost ring can cost. */
const POLL_MS = 1000
/** What a slot may stand idle so that several share a commit. */
const GATHER_MS = 4
/** After so many failures in a row what landed is written down one by one: one row may be what fails them all. */
const FAILURES_TOGETHER = 3
/** How often an ending process tries to write down what landed; the sweeper finds what it could not. */
const LAST_TRIES = 5

interface Arrival extends Landed {
  delivery: Delivery
  age: Age
}

/**
 * The sends of one sender from this process: at most as many in the air as there are sockets. What landed is written down
 * with the next wave.
 */
export class Lane {
  readonly #owner = randomUUID()
  readonly #inFlight = new Set<Promise<void>>()
  readonly #alarm = new Alarm()
  lookedAt = Date.now()
  #landed: Arrival[] = []
  #failures = 0
  #gathering: NodeJS.Timeout | null = null
  #running: Promise<void> | null = null
  #stopping = false

  constructor(
    private readonly sender: string,
    private readonly whatsapp: WhatsappManager,
    private readonly logger: Logger
  ) {}

  start() {
    this.#running = this.#keepGoing()
  }

  ring() {
    this.#alarm.ring()
  }

  async stop() {
    this.#stopping = true
    this.ring()
    await this.#running
    for (let tries = 0; this.#isBusy && tries < LAST_TRIES; tries += 1) {
      await this.#landAll()
      await this.#wave().catch((error) => this.#complain(error))
    }
  }

  async drain() {
    for (;;) {
      const { count, waitMs } = await this.#wave()
      await this.#landAll()
      if (waitMs !== null && waitMs < POLL_MS) await pause(waitMs)
      else if (count === 0 && !this.#isBusy) return
    }
  }

  async #keepGoing() {
    while (!this.#stopping) {
      this.lookedAt = Date.now()
      const { waitMs } = await this.#wave().catch((error) => this.#complain(error))
      await this.#alarm.rest(Math.min(waitMs ?? POLL_MS, POLL_MS))
    }
  }

  /** Takes what may start now and sends it; answers with how much that was, and when more may. */
  async #wave() {
    const canTake = !this.#stopping && this.#gateway.missingSettings.length === 0
    const free = canTake ? settings.concurrency - this.#inFlight.size : 0
    if (free === 0 && this.#landed.length === 0) return { count: 0, waitMs: null }

    const age = new Age()
    const { claimed, clear, astray, isOutdated, waitMs } = await this.#commit(free)
    for (const message of claimed) this.#track(this.#fly(message, clear.has(message.id), age))
    for (const arrival of astray) this.#track(accept(arrival))
    if (isOutdated) return this.#catchUp()
    return { count: claimed.length, waitMs }
  }

  async #catchUp() {
    await this.whatsapp.refresh()
    return { count: 0, waitMs: 0 }
  }

  async #commit(free: number) {
    const landed = this.#landed.splice(0)
    try {
      const { capabilities } = this.#gateway
      const version = this.whatsapp.versionOf(this.sender)
      const order = { owner: this.#owner, sender: this.sender, landed, free, capabilities, version }
      const wave = await runWave(order)
      this.#failures = 0
      return wave
    } catch (error) {
      this.#failures += 1
      await this.#keep(landed)
      throw error
    }
  }

  async #keep(landed: Arrival[]) {
    if (this.#failures < FAILURES_TOGETHER) return void this.#landed.unshift(...landed)
    for (const arrival of landed) {
      await accept(arrival).catch((error) => this.#keepOne(arrival, error))
    }
  }

  /** Once its lease has run out, the sweeper finds it with the provider. */
  #keepOne(arrival: Arrival, error: unknown) {
    this.#complain(error)
    if (arrival.age.seconds < settings.leaseSeconds) this.#landed.push(arrival)
  }

  async #fly(message: Claimed, isClear: boolean, claim: Age) {
    const delivery = new Delivery(message, this.#owner, this.#gateway)
    const { id, uuid, address, body } = message
    const outgoing = isClear ? { id: uuid, to: address, body } : await delivery.lastChecks()
    // A process that slept must not go on where it was: others may have sent it.
    if (!outgoing || claim.seconds > startableSeconds(settings)) return
    const result = await delivery.send(outgoing)
    if (result.outcome !== 'accepted') return delivery.settle(result)
    const { providerMessageId } = result
    this.#landed.push({ id, providerMessageId, delivery, age: new Age() })
    if (result.address && result.address !== outgoing.to)
      await learnAddress(message, result.address)
  }

  /** A delivery that throws leaves its row `sending`; when the lease ends the sweeper looks for it. */
  #track(flying: Promise<void>) {
    const flight = flying
      .catch((error) => void this.#complain(error))
      .finally(() => {
        this.#inFlight.delete(flight)
        this.#gather()
      })
    this.#inFlight.add(flight)
  }

  /** Waits a moment for others that land, so that one commit is for many; when most are back there is nothing to wait for. */
  #gather() {
    if (this.#landed.length >= this.#inFlight.size) this.#endGathering()
    else this.#gathering ??= setTimeout(() => this.#endGathering(), GATHER_MS)
  }

  #endGathering() {
    clearTimeout(this.#gathering ?? undefined)
    this.#gathering = null
    this.ring()
  }

  async #landAll() {
    while (this.#inFlight.size > 0) await Promise.all(this.#inFlight)
  }

  get #isBusy() {
    return this.#inFlight.size > 0 || this.#landed.length > 0
  }

  get #gateway() {
    return this.whatsapp.use(this.sender)
  }

  #complain(error: unknown) {
    this.logger.error({ err: error, sender: this.sender }, 'the dispatcher met an error')
    return { waitMs: POLL_MS }
  }
}

const accept = ({ delivery, providerMessageId }: Arrival) => delivery.accept(providerMessageId)
