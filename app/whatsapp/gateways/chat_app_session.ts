import { DateTime } from 'luxon'
import { setTimeout as pause } from 'node:timers/promises'
import { performance } from 'node:perf_hooks'
import { ChatAppRefusal, type ChatAppClient } from '#whatsapp/gateways/chat_app_client'
import { accountOf, type ChatAppSettings } from '#whatsapp/gateways/chat_app_settings'
import type { ChatAppTokens, ChatAppTokenStore } from '#whatsapp/gateways/chat_app_tokens'

/** Replaced so long before its end, an access token never ends on the way. */
const RENEW_BEFORE_MINUTES = 10
/** A call takes at most three time-outs; who holds the lease may make two. */
const LEASE_TIMEOUTS = 7
const TIMEOUT_MS = 30_000
/** So long a pair that is refused although it is new is not replaced again: a day has few pairs, and this mends nothing. */
const USELESS_MINUTES = 15
/** For a pair that another process is fetching. */
const PATIENCE_MS = 10_000
const LOOK_AGAIN_MS = 100

/** There is no token to ask with, so what was to be asked was not. */
export class NoTokenError extends Error {
  constructor(readonly cause: unknown) {
    super('no access token')
  }
}

type Method = 'GET' | 'POST' | 'PUT'

interface Question {
  method: Method
  path: string
  body?: object
}

interface Pair {
  accessToken: string
  /** Seconds since 1970. */
  accessTokenEndTime: number
  refreshToken: string
  refreshTokenEndTime: number
}

/**
 * Signed in to ChatApp. All processes use one pair of tokens and one of them replaces it, before it ends or when it is
 * refused. Nobody signs in while there is a refresh token that is taken: ChatApp counts pairs per account and day.
 */
export class ChatAppSession {
  #tokens: ChatAppTokens | null = null
  #renewing: Promise<ChatAppTokens> | null = null
  #uselessUntil: DateTime | null = null
  readonly #account: string

  constructor(
    private readonly client: ChatAppClient,
    private readonly store: ChatAppTokenStore,
    private readonly settings: ChatAppSettings
  ) {
    this.#account = accountOf(settings)
  }

  /** As `ChatAppClient.ask`; throws a `NoTokenError` before anything was asked. */
  async ask<Data>(method: Method, path: string, body?: object): Promise<Data> {
    const question = { method, path, body }
    const { access } = await this.#current()
    try {
      return await this.#askWith<Data>(access, question)
    } catch (error) {
      if (!isInvalidToken(error) || this.#renewingIsUseless) throw error
      const fresh = await this.#renewed(access)
      return this.#askAfresh<Data>(fresh.access, question)
    }
  }

  #askWith<Data>(access: string, question: Question) {
    return this.client.ask<Data>({ ...question, headers: { authorization: access } })
  }

  async #askAfresh<Data>(access: string, question: Question) {
    try {
      return await this.#askWith<Data>(access, question)
    } catch (error) {
      if (isInvalidToken(error))
        this.#uselessUntil = DateTime.utc().plus({ minutes: USELESS_MINUTES })
      throw error
    }
  }

  get #renewingIsUseless() {
    return this.#uselessUntil !== null && DateTime.utc() < this.#uselessUntil
  }

  async #current() {
    return this.#tokens && isFresh(this.#tokens) ? this.#tokens : this.#renewed(null)
  }

  /** However many ask at once, one looks; who was refused what that one found looks again. */
  async #renewed(refused: string | null): Promise<ChatAppTokens> {
    this.#renewing ??= this.#renew(refused).finally(() => (this.#renewing = null))
    try {
      this.#tokens = await this.#renewing
    } catch (error) {
      throw new NoTokenError(error)
    }
    return this.#tokens.access === refused ? this.#renewed(refused) : this.#tokens
  }

  async #renew(refused: string | null) {
    const since = performance.now()
    for (;;) {
      const { tokens, version } = await this.#kept()
      const kept = tokens?.access === refused ? null : tokens
      if (kept && isFresh(kept)) return kept
      const lease = await this.store.lease(version, this.#leaseMs)
      if (lease) return this.#replace(tokens, lease)
      // Somebody else is at it; what has not ended yet still serves.
      if (kept && kept.accessEndsAt > DateTime.utc()) return kept
      if (performance.now() - since > PATIENCE_MS) throw new Error('another process is signing in')
      await pause(LOOK_AGAIN_MS)
    }
  }

  async #kept() {
    const { tokens, version } = await this.store.read()
    return { tokens: tokens?.account === this.#account ? tokens : null, version }
  }

  async #replace(old: ChatAppTokens | null, lease: string) {
    try {
      const tokens = (await this.#refreshed(old)) ?? (await this.#signIn())
      await this.store.keep(lease, tokens)
      return tokens
    } catch (error) {
      await this.store.release(lease)
      throw error
    }
  }

  /** Null when there is no refresh token, or none that ChatApp takes. When it cannot be asked, nobody signs in. */
  async #refreshed(old: ChatAppTokens | null) {
    if (!old || old.refreshEndsAt <= DateTime.utc()) return null
    try {
      const headers = { refresh: old.refresh }
      return this.#pairOf(
        await this.client.ask<Pair>({ method: 'POST', path: '/tokens/refresh', headers })
      )
    } catch (error) {
      if (isRefused(error)) return null
      throw error
    }
  }

  async #signIn() {
    const { email, password, appId } = this.settings
    const body = { email, password: password!.release(), appId }
    return this.#pairOf(await this.client.ask<Pair>({ method: 'POST', path: '/tokens', body }))
  }

  #pairOf(pair: Pair | undefined): ChatAppTokens {
    const accessEndsAt = instant(pair?.accessTokenEndTime)
    const refreshEndsAt = instant(pair?.refreshTokenEndTime)
    const isWhole =
      pair?.accessToken && pair.refreshToken && accessEndsAt.isValid && refreshEndsAt.isValid
    if (!isWhole) throw new SyntaxError('answer without tokens')
    return {
      account: this.#account,
      access: pair.accessToken,
      accessEndsAt,
      refresh: pair.refreshToken,
      refreshEndsAt,
    }
  }

  get #leaseMs() {
    return (this.settings.timeoutMs ?? TIMEOUT_MS) * LEASE_TIMEOUTS
  }
}

const instant = (seconds: unknown) => DateTime.fromMillis(Number(seconds) * 1000, { zone: 'utc' })

const isFresh = ({ accessEndsAt }: ChatAppTokens) =>
  accessEndsAt > DateTime.utc().plus({ minutes: RENEW_BEFORE_MINUTES })

const isInvalidToken = (error: unknown) => error instanceof ChatAppRefusal && error.isInvalidToken

/** Refused for good, not put off. */
function isRefused(error: unknown) {
  if (!(error instanceof ChatAppRefusal)) return false
  return error.isInvalidToken || (error.status < 500 && ![408, 429].includes(error.status))
}
