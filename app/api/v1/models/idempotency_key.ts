import { Problem } from '#core/problem'
import { toDb } from '#database/columns'
import { IdempotencyKeySchema } from '#database/schema'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'

const KEPT = { hours: 24 }
/** After it, whoever held the key is taken for dead. Longer than any request may take. */
const LEASE = { minutes: 1 }

export interface Answer {
  status: number
  body: string | null
  location: string | null
}

export interface IdempotentRequest {
  userId: number
  key: string
  /** SHA-256 of method, address and body, in hex. */
  requestHash: string
}

/** Either the right to act, or what was answered before. */
type Claim = { row: IdempotencyKey; answer: null } | { row: null; answer: Answer }

/**
 * A request that acts once, however often it is sent, with the answer it was given. `createdAt` is when its present
 * holder took it, and tells that holder from later ones.
 */
export default class IdempotencyKey extends IdempotencyKeySchema {
  static table = 'idempotency_keys'

  /**
   * @throws Problem 422 when the key belongs to another request, 409 while that one is still being answered.
   */
  static async claim(request: IdempotentRequest): Promise<Claim> {
    const isFirst = await this.#insert(request)
    const { userId, key, requestHash } = request
    const row = await this.findBy({ userId, key })
    if (!row) return this.claim(request)
    if (isFirst) return { row, answer: null }

    if (row.#isOlderThan(KEPT)) return row.#retake(requestHash)
    if (row.requestHash !== requestHash) throw reused()
    if (row.responseStatus !== null) return { row: null, answer: row.#answer }
    if (!row.#isOlderThan(LEASE)) throw inFlight()
    return row.#retake(requestHash)
  }

  /** Forgets what nobody will ask for again. Answers how many. */
  static async purge(): Promise<number> {
    const limit = toDb(DateTime.utc().minus(KEPT))
    const [count] = await this.query().where('created_at', '<', limit).delete()
    return Number(count)
  }

  async keep({ status, body, location }: Answer) {
    await this.#held().update({
      response_status: status,
      response_body: body,
      response_location: location,
    })
  }

  /** The next request with this key acts. */
  async release() {
    await this.#held().delete()
  }

  /** One statement decides between requests that come at once. */
  static async #insert({ userId, key, requestHash }: IdempotentRequest) {
    const row = {
      user_id: userId,
      key,
      request_hash: requestHash,
      created_at: toDb(DateTime.utc()),
    }
    const insert = db.connection().getWriteClient()(this.table).insert(row)
    const inserted = await insert.onConflict(['user_id', 'key']).ignore().returning('id')
    return inserted.length === 1
  }

  async #retake(requestHash: string): Promise<Claim> {
    const now = DateTime.utc()
    const fresh = { request_hash: requestHash, created_at: toDb(now), response_status: null }
    const [taken] = await this.#held().update(fresh)
    if (Number(taken) !== 1) throw inFlight()
    this.createdAt = now
    return { row: this, answer: null }
  }

  /** This row, as long as nobody has retaken it. */
  #held() {
    return IdempotencyKey.query().where({ id: this.id, created_at: toDb(this.createdAt) })
  }

  #isOlderThan(duration: object) {
    return this.createdAt < DateTime.utc().minus(duration)
  }

  get #answer(): Answer {
    const { responseStatus, responseBody: body, responseLocation: location } = this
    return { status: responseStatus!, body, location }
  }
}

const reused = () =>
  new Problem({
    status: 422,
    code: 'idempotency_key_reused',
    message: 'Esta Idempotency-Key já foi usada em outra requisição. Use uma chave nova.',
  })

const inFlight = () =>
  Problem.conflict(
    'idempotency_key_in_flight',
    'A primeira requisição com esta Idempotency-Key ainda está em andamento. Repita em instantes.',
    { retry_after: 1 }
  )
