import { forgetKeys } from '#core/redis/forget_keys'
import { errors, stores } from '@adonisjs/limiter'
import type { LimiterConsumptionOptions, LimiterStoreContract } from '@adonisjs/limiter/types'
import { configProvider } from '@adonisjs/core'
import type { ConfigProvider } from '@adonisjs/core/types'

type Factory = (options: LimiterConsumptionOptions) => LimiterStoreContract

const KEYS = 'limits'

/**
 * Counts in Redis and, while that is away, in `other`: nobody is locked out, and nobody may guess for ever. What was
 * counted before the change of store is forgotten.
 */
export function steadfast(other: ConfigProvider<Factory>) {
  const redis = stores.redis({ connectionName: 'main', keyPrefix: KEYS })
  return configProvider.create<Factory>(async (app) => {
    const [first, second] = await Promise.all([redis.resolver(app), other.resolver(app)])
    return (options) => new SteadfastLimiter(first(options), second(options))
  })
}

class SteadfastLimiter implements LimiterStoreContract {
  constructor(
    private readonly first: LimiterStoreContract,
    private readonly second: LimiterStoreContract
  ) {}

  get name() {
    return this.first.name
  }

  get requests() {
    return this.first.requests
  }

  get duration() {
    return this.first.duration
  }

  get blockDuration() {
    return this.first.blockDuration
  }

  consume(key: string | number, amount?: number) {
    return this.#ask((store) => store.consume(key, amount))
  }

  increment(key: string | number, amount?: number) {
    return this.#ask((store) => store.increment(key, amount))
  }

  decrement(key: string | number, amount?: number) {
    return this.#ask((store) => store.decrement(key, amount))
  }

  block(key: string | number, duration: string | number) {
    return this.#ask((store) => store.block(key, duration))
  }

  set(key: string | number, requests: number, duration?: string | number) {
    return this.#ask((store) => store.set(key, requests, duration))
  }

  delete(key: string | number) {
    return this.#ask((store) => store.delete(key))
  }

  get(key: string | number) {
    return this.#ask((store) => store.get(key))
  }

  deleteInMemoryBlockedKeys() {
    this.first.deleteInMemoryBlockedKeys?.()
  }

  /** Redis' own store would empty the whole database, jobs and all. */
  async clear() {
    await forgetKeys(KEYS)
    await this.second.clear()
  }

  async #ask<T>(question: (store: LimiterStoreContract) => Promise<T>): Promise<T> {
    try {
      return await question(this.first)
    } catch (error) {
      if (error instanceof errors.E_TOO_MANY_REQUESTS) throw error
      return question(this.second)
    }
  }
}
