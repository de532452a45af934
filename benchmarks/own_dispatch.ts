import { Dispatcher } from '#messages/dispatcher'
import delivery from '#config/delivery'
import { TwilioGateway } from '#whatsapp/gateways/twilio_gateway'
import type { TwilioSettings } from '#whatsapp/gateways/twilio_settings'
import type { OutgoingMessage } from '#whatsapp/gateways/gateway'
import { WhatsappManager } from '#whatsapp/whatsapp_manager'
import { Secret } from '@adonisjs/core/helpers'
import logger from '@adonisjs/core/services/logger'

/** The app's gateway to Twilio, which also says when a call has its answer. */
class WatchedGateway extends TwilioGateway {
  constructor(
    settings: TwilioSettings,
    private readonly watch: Watch
  ) {
    super(settings)
  }

  async send(message: OutgoingMessage) {
    this.watch.onSend?.(message)
    const result = await super.send(message)
    this.watch.onAnswer?.(message)
    return result
  }
}

export interface Watch {
  onSend?(message: OutgoingMessage): void
  onAnswer?(message: OutgoingMessage): void
}

/** The app's own dispatcher in this process, with the provider of the benchmark behind the real gateway. */
export class OwnDispatch {
  readonly watch: Watch = {}
  readonly #whatsapp: WhatsappManager
  #dispatcher?: Dispatcher

  constructor(url: string, connections: number) {
    const settings = {
      accountSid: 'AC00000000000000000000000000000000',
      authToken: new Secret('nobody'),
      from: '+14155238886',
      baseUrl: url,
      publicUrl: 'http://localhost:3399',
      connections,
    }
    this.#whatsapp = new WhatsappManager({
      default: 'twilio',
      senders: { twilio: () => new WatchedGateway(settings, this.watch) },
    })
  }

  start(concurrency: number) {
    delivery.concurrency = concurrency
    this.#dispatcher = new Dispatcher(this.#whatsapp, logger)
    this.#dispatcher.start()
  }

  /** Once it has, what landed is written down. */
  async stop() {
    await this.#dispatcher?.stop()
    this.#dispatcher = undefined
  }

  /** Sends the `count` messages that are due, until all are written down as sent; messages a second. */
  async drain(count: number, concurrency: number) {
    const answered = Promise.withResolvers<void>()
    let answers = 0
    this.watch.onAnswer = () => {
      answers += 1
      if (answers === count) answered.resolve()
    }
    const start = performance.now()
    this.start(concurrency)
    await answered.promise
    await this.stop()
    return count / ((performance.now() - start) / 1000)
  }

  get gateway() {
    return this.#whatsapp.use()
  }

  close() {
    return this.#whatsapp.close()
  }
}
