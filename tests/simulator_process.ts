import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'
import type { Gesture } from '#simulator/gesture'
import type { Message } from '#simulator/messages'
import type { Delivery } from '#simulator/network'
import type { Phone, PhoneSwitches } from '#simulator/phone'
import type { CreateRequest } from '#simulator/requests'
import type { Settings, SettingsChange, Standing } from '#simulator/settings'
import type { Reply } from '#simulator/simulator'
import type { ContentTemplate } from '#simulator/twilio/contents'

const READY_WITHIN_MS = 20_000
const STOPPED_WITHIN_MS = 3000

interface SimulatorOptions {
  port: number
  /** Origin of the application under test: answers of people are posted to its webhooks. */
  appUrl: string
  /** Further environment, for instance the credentials the simulator gives out. */
  env?: Record<string, string>
}

export type Thumb = Omit<Gesture, 'file'> & {
  file?: { filename: string | null; content_type: string; base64: string }
}

export interface SimulatorProcess {
  /** Without a slash at the end. */
  baseUrl: string
  /** For `TWILIO_API_BASE_URL`. */
  twilioUrl: string
  credentials: typeof CREDENTIALS
  control: SimulatorControl
  stop(): Promise<void>
}

/** What the simulator accepts unless `env` says otherwise. */
export const CREDENTIALS = {
  TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'simulated-auth-token',
  TWILIO_WHATSAPP_FROM: '+14155238886',
}

/**
 * The provider as a process of its own, with an empty memory.
 *
 * @throws when it does not answer within 20 s
 */
export async function startSimulator({
  port,
  appUrl,
  env = {},
}: SimulatorOptions): Promise<SimulatorProcess> {
  const credentials = { ...CREDENTIALS, ...env }
  const baseUrl = `http://127.0.0.1:${port}`
  const twilioUrl = `${baseUrl}/simulator/twilio`
  const child = spawn(process.execPath, ['--import=@poppinss/ts-exec', 'bin/server.ts'], {
    cwd: app.makePath(),
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'test',
      LOG_LEVEL: 'fatal',
      SIMULATOR: 'true',
      EMBEDDED_WORKER: 'false',
      HOST: '127.0.0.1',
      PORT: String(port),
      APP_URL: appUrl,
      TWILIO_API_BASE_URL: twilioUrl,
      ...credentials,
    },
  })
  const control = new SimulatorControl(baseUrl)
  try {
    await isReady(control, child)
  } catch (error) {
    await stop(child)
    throw error
  }
  return { baseUrl, twilioUrl, credentials, control, stop: () => stop(child) }
}

/** The control API, typed. Every call throws on an answer that is not 2xx. */
export class SimulatorControl {
  constructor(private baseUrl: string) {}

  reset() {
    return this.#call<void>('POST', 'reset', {})
  }

  settings(change?: SettingsChange) {
    return this.#call<Settings>(change ? 'PUT' : 'GET', 'settings', change)
  }

  /** Every message, or those of one phone, oldest first, in both directions. */
  messages(to?: string) {
    return this.#call<Message[]>('GET', `messages${to ? `?to=${encodeURIComponent(to)}` : ''}`)
  }

  /** Every attempt to create a message. */
  requests() {
    return this.#call<CreateRequest[]>('GET', 'requests')
  }

  /** How many messages the provider took, whatever it answered. */
  async accepted() {
    const requests = await this.requests()
    return requests.filter(({ outcome }) => outcome === 'accepted').length
  }

  phone(number: string, switches: PhoneSwitches) {
    return this.#call<Phone>('PUT', `phones/${encodeURIComponent(number)}`, switches)
  }

  /** The person writes, perhaps under the message `quoted`; answers with what the webhook said. */
  reply(number: string, text: string, quoted?: string) {
    return this.does(number, { text, quoted })
  }

  /** Whatever else a thumb can do; a `file` has its bytes in base64. */
  does(number: string, gesture: Thumb) {
    const path = `phones/${encodeURIComponent(number)}/replies`
    return this.#call<Reply>('POST', path, gesture)
  }

  /** A button or a row of the newest message that has one of that title. */
  async taps(number: string, title: string) {
    const messages = await this.messages(number)
    const options = messages.toReversed().flatMap(({ sid, content }) => {
      const { buttons = [], list } = content
      return [...buttons, ...(list?.rows ?? [])].map((option) => ({ sid, ...option }))
    })
    const option = options.find((one) => one.title === title)
    if (!option) throw new Error(`Nothing on ${number} says "${title}"`)
    return this.does(number, { choice: option.id, quoted: option.sid })
  }

  /** The person goes on with another number. */
  renumber(number: string, to: string) {
    return this.#call<Phone>('PUT', `phones/${encodeURIComponent(number)}/number`, { to })
  }

  /** What WhatsApp decides about a submitted content, named by its id or the name it was submitted under. */
  decide(content: string, status: Standing, rejectionReason?: string) {
    const decision = { status, rejection_reason: rejectionReason }
    return this.#call<ContentTemplate>('PUT', `contents/${content}`, decision)
  }

  contents() {
    return this.#call<ContentTemplate[]>('GET', 'contents')
  }

  /** Callbacks still to come go out now, one after the other. */
  release() {
    return this.#call<Delivery[]>('POST', 'callbacks/release', {})
  }

  async #call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const response = await fetch(`${this.baseUrl}/simulator/control/${path}`, {
      method,
      headers: body && { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return (text ? JSON.parse(text) : undefined) as Answer
  }
}

async function isReady(control: SimulatorControl, child: ChildProcess) {
  const deadline = Date.now() + READY_WITHIN_MS
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The simulator ended with ${child.exitCode}`)
    try {
      return await control.settings()
    } catch {
      await wait(100)
    }
  }
  throw new Error(`The simulator was not ready within ${READY_WITHIN_MS} ms`)
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS)
  await ended
  clearTimeout(timer)
}
