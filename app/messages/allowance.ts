import { backoff } from '#messages/backoff'
import Sender from '#messages/models/sender'
import type { SendResult } from '#whatsapp/send_result'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

/**
 * How many slots may be caught up on after a rest, so that in any second at most the rate and one less than this start:
 * four, or what falls due in a fortieth of a second. With fewer, timers that fire late and waves that take their time cost
 * throughput.
 */
export const burstOf = (messagesPerSecond: number) => Math.max(4, Math.ceil(messagesPerSecond / 40))

interface Pace {
  /** What the provider's kind of number bears (`Capabilities`), where it is less than what the sender may. */
  messagesPerMinute?: number
  /** Milliseconds since 1970, as all processes count them. */
  clock?: (sender: Sender) => number
}

/** Between two messages that go ahead alone, to see whether the provider takes them again. */
const PROBE_MS = 4000

const MINUTE_MS = 60_000

/** Refused accounts are tried again less often than slow ones. */
const PATIENCE_WHEN_BLOCKED = 5

/** What stops a whole sender, not one message. */
export type Setback = Extract<SendResult, { outcome: 'throttled' | 'not_sent' | 'sender_blocked' }>

/**
 * How many messages a sender may start now, read and written under the lock of its row, so that the limit is exact over
 * processes and restarts. Evenly spaced slots (GCRA) on the database's clock, which all processes share.
 */
export class Allowance {
  static async of(name: string, trx: TransactionClientContract, pace: Pace = {}) {
    const { messagesPerMinute = Number.POSITIVE_INFINITY, clock = databaseClock } = pace
    const sender = await Sender.lock(name, trx)
    return new Allowance(sender, clock(sender), MINUTE_MS / messagesPerMinute)
  }

  /** @param spacingMs at least between two messages, whatever the sender's own limit; then there is no catching up */
  private constructor(
    private readonly sender: Sender,
    private readonly nowMs: number,
    private readonly spacingMs: number
  ) {}

  /** Whether what was read of the sender is what is true now; `version` null: there is nothing to read. */
  isOf(version: number | null) {
    return version === null || version === this.sender.configVersion
  }

  /** Messages that may start now. After a setback one goes ahead and the others wait for its answer. */
  get room(): number {
    if (this.#isStopped || this.#isHeld) return 0
    const room = Math.floor(this.#burst - (this.#next - this.nowMs) / this.#interval)
    return Math.max(0, this.sender.setbacks > 0 ? Math.min(1, room) : room)
  }

  /** Until one more may start; null when that is not a question of time. */
  get waitMs(): number | null {
    if (this.#isStopped) return null
    const held = this.#isHeld ? this.sender.heldUntil!.diffNow().milliseconds : 0
    const slot = this.#next - this.nowMs - (this.#burst - 1) * this.#interval
    return Math.max(held, slot, 0)
  }

  async take(count: number) {
    const spacing = this.sender.setbacks > 0 ? Math.max(PROBE_MS, this.#interval) : this.#interval
    this.sender.nextSlotMs = this.#next + count * spacing
    await this.sender.save()
  }

  /** The provider took a message: whatever was wrong is over. Stragglers from before a hold prove nothing. */
  async relieve(trx: TransactionClientContract) {
    const { setbacks, blockedAt } = this.sender
    if (this.#isHeld || (setbacks === 0 && !blockedAt)) return
    this.sender.merge({ setbacks: 0, heldUntil: null, blockedAt: null, lastCode: null })
    await this.sender.merge({ nextSlotMs: this.nowMs }).save()
    this.sender.announce(trx)
  }

  get #isStopped() {
    return Boolean(this.sender.pausedAt) || this.sender.isRetired
  }

  get #burst() {
    return this.spacingMs > 0 ? 1 : burstOf(this.sender.messagesPerSecond)
  }

  get #interval() {
    return Math.max(1000 / this.sender.messagesPerSecond, this.spacingMs)
  }

  /** A slot further away than any that was given out comes from a clock that was put back. */
  get #next() {
    const furthest = this.nowMs + this.#burst * Math.max(this.#interval, PROBE_MS)
    const { nextSlotMs } = this.sender
    return nextSlotMs > furthest ? this.nowMs : Math.max(nextSlotMs, this.nowMs)
  }

  get #isHeld() {
    const { heldUntil } = this.sender
    return heldUntil !== null && heldUntil > DateTime.utc()
  }
}

/**
 * The provider slows this sender down, refuses it or cannot be reached: all its messages wait. Those of one wave say so
 * together, and count as one setback. Answers until when.
 */
export async function hold(name: string, result: Setback, trx: TransactionClientContract) {
  const sender = await Sender.lock(name, trx)
  const now = DateTime.utc()
  const isFirst = !sender.heldUntil || sender.heldUntil <= now
  if (isFirst) sender.setbacks += 1
  const until = now.plus(patience(sender.setbacks, result))
  sender.heldUntil = isFirst ? until : DateTime.max(sender.heldUntil!, wish(now, result))
  if (result.outcome === 'sender_blocked') sender.blockedAt ??= now
  sender.lastCode = result.code
  await sender.save()
  sender.announce(trx)
  return sender.heldUntil
}

const wish = (now: DateTime, result: Setback) =>
  now.plus({ seconds: ('retryAfter' in result && result.retryAfter) || 0 })

function patience(setbacks: number, result: Setback) {
  const wanted = 'retryAfter' in result ? result.retryAfter : undefined
  const extra = result.outcome === 'sender_blocked' ? PATIENCE_WHEN_BLOCKED : 0
  return backoff(setbacks + extra, wanted)
}

const databaseClock = (sender: Sender) => Number(sender.$extras.clock_ms)
