import { BaseCheck, Result } from '@adonisjs/core/health'
import logger from '@adonisjs/core/services/logger'
import { setTimeout as wait } from 'node:timers/promises'

/** A check that takes longer has failed: who asks does not wait longer either. */
const PATIENCE_MS = 2000

/**
 * One thing that must be well. Its message is for whoever is on duty: what is wrong and what to do.
 */
export abstract class Check extends BaseCheck {
  /** What to say when nothing can be found out. */
  protected abstract readonly unknown: string

  protected abstract look(): Promise<Result>

  async run() {
    try {
      return await this.#inTime()
    } catch (error) {
      logger.error({ err: error, check: this.name }, 'a health check met an error')
      return Result.failed(this.unknown)
    }
  }

  async #inTime() {
    const patience = new AbortController()
    const late = wait(PATIENCE_MS, null, { signal: patience.signal, ref: false }).then(() => {
      throw new Error(`no answer within ${PATIENCE_MS} ms`)
    })
    late.catch(() => {})
    try {
      return await Promise.race([this.look(), late])
    } finally {
      patience.abort()
    }
  }
}

/** How old something may be, in seconds. */
export interface Patience {
  warn: number
  fail: number
}

/** `Result.ok`, a warning or a failure, by how long something has waited. */
export function judged(
  seconds: number,
  { warn, fail }: Patience,
  words: { ok: string; late: (age: string) => string }
) {
  const result =
    seconds < warn
      ? Result.ok(words.ok)
      : seconds < fail
        ? Result.warning(words.late(spokenAge(seconds)))
        : Result.failed(words.late(spokenAge(seconds)))
  return result.setMetaData({ seconds: Math.round(seconds) })
}

/** *45 segundos*, *12 minutos*, *3 horas* */
export function spokenAge(seconds: number) {
  if (seconds < 120) return `${Math.round(seconds)} segundos`
  if (seconds < 2 * 60 * 60) return `${Math.round(seconds / 60)} minutos`
  return `${Math.round(seconds / 60 / 60)} horas`
}
