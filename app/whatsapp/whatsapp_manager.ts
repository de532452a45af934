import type { Gateway } from '#whatsapp/gateways/gateway'
import type { GatewayFactory, WhatsappConfig } from '#whatsapp/define_config'
import { RuntimeException } from '@adonisjs/core/exceptions'
import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'

/** What a delivery may still need of a gateway that was replaced under it. */
const FAREWELL_MS = 120_000

/** A book that takes longer to answer is asked again by the next who wants to know. */
const PATIENCE_MS = 5000

/** A sender that is not in the config. */
export interface KnownSender {
  name: string
  /** Another one: another gateway. */
  version: number
  /** Sends nothing more, but what it sent can still be explained and looked for. */
  isRetired: boolean
  open: GatewayFactory
}

/** Where senders are written down that come, change and go while the process runs. */
export interface SenderBook {
  /** Changes with the book; cheap to ask. */
  version(): Promise<string>
  read(): Promise<{ senders: KnownSender[]; defaultSender: string | null }>
}

/**
 * The senders of `config/whatsapp.ts` and of the book, each with its gateway, opened when first used.
 */
export class WhatsappManager extends EventEmitter<{ change: [] }> {
  readonly #gateways = new Map<string, Gateway>()
  readonly #leaving = new Map<Gateway, NodeJS.Timeout>()
  #known = new Map<string, KnownSender>()
  #default: string | null = null
  #version: string | null = null
  #reading: Promise<void> = Promise.resolve()

  constructor(
    private config: WhatsappConfig,
    private book?: SenderBook
  ) {
    super()
  }

  get defaultSender() {
    return this.#default ?? this.config.default
  }

  /** Those that may send. */
  get senders() {
    const known = [...this.#known.values()].filter(({ isRetired }) => !isRetired)
    return [...Object.keys(this.config.senders), ...known.map(({ name }) => name)]
  }

  knows(sender: string) {
    return Object.hasOwn(this.config.senders, sender) || this.#known.has(sender)
  }

  /** Of what the gateway is opened with; null for one of the config. */
  versionOf(sender: string): number | null {
    return this.#known.get(sender)?.version ?? null
  }

  use(sender: string = this.defaultSender): Gateway {
    const open = this.#gateways.get(sender)
    if (open) return open
    const gateway = this.#open(sender)
    this.#gateways.set(sender, gateway)
    return gateway
  }

  /** Looks into the book for a sender that is not known yet: another process may just have added it. */
  async meet(sender: string) {
    if (!this.knows(sender)) await this.refresh()
  }

  /** Reads the book if it has changed. One reading after the other: each sees all that was written before it was asked. */
  refresh(): Promise<void> {
    this.#reading = this.#reading.catch(() => {}).then(() => inTime(this.#read()))
    return this.#reading
  }

  async close() {
    for (const timer of this.#leaving.values()) clearTimeout(timer)
    const gateways = [...this.#gateways.values(), ...this.#leaving.keys()]
    this.#gateways.clear()
    this.#leaving.clear()
    await Promise.all(gateways.map((gateway) => gateway.close()))
  }

  async #read() {
    const version = await this.book?.version()
    if (!this.book || version === this.#version) return
    const { senders, defaultSender } = await this.book.read()
    const before = this.#known
    this.#known = new Map(senders.map((sender) => [sender.name, sender]))
    this.#default = defaultSender
    this.#version = version!
    for (const { name, version: old } of before.values()) {
      if (this.#known.get(name)?.version !== old) this.#replace(name)
    }
    this.emit('change')
  }

  /** The next one to ask gets a gateway with what is true now. */
  #replace(sender: string) {
    const gateway = this.#gateways.get(sender)
    this.#gateways.delete(sender)
    if (gateway)
      this.#leaving.set(gateway, setTimeout(() => this.#dismiss(gateway), FAREWELL_MS).unref())
  }

  #dismiss(gateway: Gateway) {
    this.#leaving.delete(gateway)
    gateway.close().catch(() => {})
  }

  #open(sender: string) {
    const factory = Object.hasOwn(this.config.senders, sender)
      ? this.config.senders[sender]
      : this.#known.get(sender)?.open
    if (!factory) throw new RuntimeException(`Unknown sender "${sender}"`)
    return factory()
  }
}

async function inTime(reading: Promise<void>) {
  const patience = new AbortController()
  const late = pause(PATIENCE_MS, null, { signal: patience.signal, ref: false }).then(() => {
    throw new RuntimeException(`The senders could not be read within ${PATIENCE_MS} ms`)
  })
  late.catch(() => {})
  await Promise.race([reading, late]).finally(() => patience.abort())
}
