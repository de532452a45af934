import type { Database } from '#simulator/database'

/** What the simulated provider answers to the next sends. */
export const FAULTS = [
  'none',
  'http_429',
  'http_500',
  'http_503_empty',
  'http_502_html',
  'http_401',
  'error_code',
  'hang',
  'reset_before',
  'slow',
  'accept_then_hang',
  'accept_then_reset',
  'accept_then_500',
  'truncated_201',
  'redirect',
  'slow_body',
] as const
export const CALLBACKS = [
  'normal',
  'lost',
  'late',
  'doubled',
  'reversed',
  'before_response',
  'no_delivered',
  'read_first',
  'many',
] as const
export const LISTS = ['normal', 'down', 'lagging'] as const
export const WINDOWS = ['open', 'enforced'] as const
export const REFUSALS = ['async', 'sync'] as const
export const NINTH_DIGIT = ['either', 'exact'] as const
export const APPROVALS = ['normal', 'refused', 'paused', 'held'] as const
export const LIMITS = ['off', 'enforced'] as const
/** Where a submitted template may stand, in the provider's words; the first two still wait. */
export const STANDINGS = [
  'received',
  'pending',
  'approved',
  'rejected',
  'paused',
  'disabled',
] as const
export const CHAT_APP_TOKENS = ['normal', 'expired', 'refresh_invalid'] as const
export const CHAT_APP_LICENCES = ['paid', 'unpaid'] as const
export const CHAT_APP_CALLS = ['single', 'array', 'batched'] as const

/** What becomes of messages that a phone could get. */
export const FATES = ['normal', 'stuck_sent', 'fails', 'fails_then_arrives'] as const
/** How calls to the customer are signed. */
export const SIGNATURES = ['right', 'other_secret', 'missing', 're_encoded'] as const
/** What is in the calls that the customer has never seen. */
export const CALL_SHAPES = ['usual', 'unknown_fields', 'masked_address'] as const

export type Fault = (typeof FAULTS)[number]
export type Callbacks = (typeof CALLBACKS)[number]
export type Standing = (typeof STANDINGS)[number]

export interface Settings {
  fault: Fault
  /** Sends the fault still spoils; null: until somebody switches it off. */
  times: number | null
  /** Seconds in the `Retry-After` of a 429; null: no such header. */
  retry_after: number | null
  /** What `error_code` answers. */
  error_code: number
  slow_ms: number
  callbacks: Callbacks
  late_ms: number
  /** With true, callbacks wait until they are released. */
  hold_callbacks: boolean
  list: (typeof LISTS)[number]
  list_lag_ms: number
  window: (typeof WINDOWS)[number]
  /** What the phone cannot get is refused by a failed callback after the 201, or at once with a 400. */
  refusals: (typeof REFUSALS)[number]
  /** With `exact` a number is found only as WhatsApp knows it, with or without the ninth digit. */
  ninth_digit: (typeof NINTH_DIGIT)[number]
  /** What becomes of submitted templates; `paused` stops the approved ones, too, and `held` ones wait. */
  approvals: (typeof APPROVALS)[number]
  approval_ms: number
  /** Whether messages that come too fast are refused. */
  limits: (typeof LIMITS)[number]
  /** Switched on, it ends the access tokens given out so far, or with them the refresh tokens. New ones are good. */
  chat_app_tokens: (typeof CHAT_APP_TOKENS)[number]
  /** How long ChatApp's next access tokens live; refresh tokens live fourteen times as long. */
  chat_app_token_seconds: number
  chat_app_licence: (typeof CHAT_APP_LICENCES)[number]
  /** One envelope, an array of them, or delivery told together with the reading and after it. */
  chat_app_calls: (typeof CHAT_APP_CALLS)[number]
  fate: (typeof FATES)[number]
  /** Why a message that `fails` does. */
  fate_code: number
  signature: (typeof SIGNATURES)[number]
  call_shape: (typeof CALL_SHAPES)[number]
  /** Of each call, where there are `many`. */
  copies: number
  /** Counted from the moment the message was accepted. */
  delays: { sent_ms: number; delivered_ms: number; read_ms: number }
}

export type SettingsChange = Partial<Omit<Settings, 'delays'>> & {
  delays?: Partial<Settings['delays']>
}

const DEFAULTS: Settings = {
  fault: 'none',
  times: null,
  retry_after: null,
  error_code: 63018,
  slow_ms: 35_000,
  callbacks: 'normal',
  late_ms: 60_000,
  hold_callbacks: false,
  list: 'normal',
  list_lag_ms: 5000,
  window: 'open',
  refusals: 'async',
  ninth_digit: 'either',
  approvals: 'normal',
  approval_ms: 3000,
  limits: 'off',
  chat_app_tokens: 'normal',
  chat_app_token_seconds: 86_400,
  chat_app_licence: 'paid',
  chat_app_calls: 'single',
  fate: 'normal',
  fate_code: 63024,
  signature: 'right',
  call_shape: 'usual',
  copies: 10,
  delays: { sent_ms: 300, delivered_ms: 900, read_ms: 2500 },
}

/** The switches of the whole simulator. They survive a restart. */
export class SettingsStore {
  #current: Settings

  constructor(private database: Database) {
    this.#current = this.#load()
  }

  get current(): Readonly<Settings> {
    return this.#current
  }

  /** A fault that comes without `times` stays until it is switched off. */
  change({ delays, ...change }: SettingsChange) {
    const times = change.fault ? (change.times ?? null) : this.#current.times
    this.#current = {
      ...this.#current,
      times,
      ...change,
      delays: { ...this.#current.delays, ...delays },
    }
    this.#save()
    return this.#current
  }

  /** The fault that spoils this send; one less to come. */
  takeFault(): Fault {
    const { fault, times } = this.#current
    if (times !== null) this.change(times > 1 ? { times: times - 1 } : { fault: 'none' })
    return fault
  }

  reset() {
    this.#current = DEFAULTS
    this.#save()
  }

  #load(): Settings {
    const row = this.database.prepare('select value from settings where id = 1').get()
    return { ...DEFAULTS, ...(row ? JSON.parse((row as { value: string }).value) : {}) }
  }

  #save() {
    this.database
      .prepare('insert or replace into settings (id, value) values (1, ?)')
      .run(JSON.stringify(this.#current))
  }
}
