import { Transmit } from '@adonisjs/transmit-client'

const RETRY_MS = 3_000
const UNSUBSCRIBE_AFTER_MS = 1_000

/**
 * The one connection of this tab to the server's events, however many things on the page listen.
 * After a break everything is subscribed anew and `onMissed` of every listener is called: events sent meanwhile
 * are gone.
 */
class LiveChannels {
  #listeners = new Map()
  #subscriptions = new Map()
  #transmit = null
  #source = null

  /**
   * @param {string} channel
   * @param {{ onMessage: (payload: unknown) => void, onMissed: () => void }} listener
   * @returns {() => void} stops listening
   */
  listen(channel, listener) {
    const listeners = this.#listeners.get(channel) ?? new Set()
    this.#listeners.set(channel, listeners.add(listener))
    this.#connect()
    this.#subscribe(channel)

    return () => {
      listeners.delete(listener)
      // The next page often wants the same channel.
      setTimeout(() => this.#unsubscribeIfUnheard(channel), UNSUBSCRIBE_AFTER_MS)
    }
  }

  #connect() {
    if (this.#transmit) return
    this.#transmit = new Transmit({
      baseUrl: location.origin,
      maxReconnectAttempts: 0,
      eventSourceFactory: (...args) => (this.#source = new EventSource(...args)),
      onSubscription: (channel) => this.#tell(channel, 'onMissed'),
      onReconnectAttempt: () => this.#startOverIfClosed(),
    })
  }

  /** EventSource gives up for good when it is answered with an error, for instance by a proxy during a deploy. */
  #startOverIfClosed() {
    if (this.#source.readyState !== EventSource.CLOSED) return
    this.#transmit = null
    this.#subscriptions.clear()
    setTimeout(() => {
      this.#connect()
      for (const channel of this.#listeners.keys()) this.#subscribe(channel)
    }, RETRY_MS)
  }

  #subscribe(channel) {
    if (this.#subscriptions.has(channel)) return
    const subscription = this.#transmit.subscription(channel)
    this.#subscriptions.set(channel, subscription)
    subscription.onMessage((payload) => this.#tell(channel, 'onMessage', payload))
    subscription.create()
  }

  #unsubscribeIfUnheard(channel) {
    if (this.#listeners.get(channel)?.size) return
    this.#listeners.delete(channel)
    this.#subscriptions.get(channel)?.delete()
    this.#subscriptions.delete(channel)
  }

  #tell(channel, event, payload) {
    for (const listener of this.#listeners.get(channel) ?? []) listener[event](payload)
  }
}

export const liveChannels = new LiveChannels()
