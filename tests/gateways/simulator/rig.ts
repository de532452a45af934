import { setTimeout as wait } from 'node:timers/promises'
import type { Group } from '@japa/runner/core'
import twilio from 'twilio'
import RequestClient from 'twilio/lib/base/RequestClient.js'
import { freePort } from '#tests/free_port'
import { startSimulator, type SimulatorProcess } from '#tests/simulator_process'
import { WebhookListener } from '#tests/gateways/simulator/webhook_listener'

const WITHIN_MS = 5000

export const PHONE = '+5511900000001'
export const TO = `whatsapp:${PHONE}`

/** The real SDK, pointed at the simulator. */
class SimulatedTransport extends RequestClient {
  constructor(
    private base: string,
    options: { timeout?: number }
  ) {
    super(options)
  }

  request<Data>(options: RequestClient.RequestOptions<Data>) {
    const { pathname, search } = new URL(options.uri)
    return super.request<Data>({ ...options, uri: this.base + pathname + search })
  }
}

/** A simulator, somebody who listens to its webhooks, and the SDK, for a group of tests. */
export class Rig {
  listener = new WebhookListener()
  simulator!: SimulatorProcess

  constructor(group: Group) {
    group.setup(async () => {
      await this.listener.start()
      const port = await freePort()
      this.simulator = await startSimulator({ port, appUrl: this.listener.origin })
      return () => this.stop()
    })
    group.each.setup(async () => {
      await this.control.reset()
      await this.control.settings({ delays: { sent_ms: 10, delivered_ms: 20, read_ms: 30 } })
      this.listener.forget()
    })
  }

  get control() {
    return this.simulator.control
  }

  get from() {
    return `whatsapp:${this.simulator.credentials.TWILIO_WHATSAPP_FROM}`
  }

  get authToken() {
    return this.simulator.credentials.TWILIO_AUTH_TOKEN
  }

  get statusCallback() {
    return `${this.listener.origin}/status?message=7`
  }

  client({ timeout = 2000, token = this.authToken } = {}) {
    return twilio(this.simulator.credentials.TWILIO_ACCOUNT_SID, token, {
      httpClient: new SimulatedTransport(this.simulator.twilioUrl, { timeout }),
    })
  }

  send(message: Record<string, unknown> = {}, options = {}) {
    const { from, statusCallback } = this
    return this.client(options).messages.create({
      to: TO,
      from,
      body: 'Oi',
      statusCallback,
      ...message,
    })
  }

  /** As the provider tells it. */
  async status(sid: string) {
    const { status } = await this.client().messages(sid).fetch()
    return status
  }

  /** What the person's answer met. */
  async replyStatus(number: string, text: string) {
    const { status } = await this.control.reply(number, text)
    return status
  }

  /** What the SDK throws at a send. */
  async failure(message: Record<string, unknown> = {}, options = {}) {
    try {
      await this.send(message, options)
    } catch (error) {
      return error as {
        status?: number
        code?: number | string
        message: string
        moreInfo?: string
      }
    }
    throw new Error('The message was accepted')
  }

  /** @throws when it has not come true within 5 s */
  async until(isTrue: () => Promise<boolean>) {
    const deadline = Date.now() + WITHIN_MS
    while (!(await isTrue())) {
      if (Date.now() > deadline) throw new Error(`Not within ${WITHIN_MS} ms: ${isTrue}`)
      await wait(10)
    }
  }

  async stop() {
    await this.simulator.stop()
    this.listener.stop()
  }
}
