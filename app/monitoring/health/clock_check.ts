import { rowsOf } from '#database/rows'
import { Check } from '#monitoring/health/check'
import { Result } from '@adonisjs/core/health'
import db from '@adonisjs/lucid/services/db'

/** Leases, limits and "is it due?" are reckoned by both clocks. */
const TOLERATED_SECONDS = 5

const NOW_MS = {
  postgres: 'extract(epoch from clock_timestamp()) * 1000',
  sqlite: `(julianday('now') - 2440587.5) * 86400000`,
}

/** This process' clock against the database's. */
export class ClockCheck extends Check {
  name = 'clock'
  protected unknown = 'Não foi possível comparar o relógio com o do banco de dados.'

  protected async look() {
    const seconds = await this.#ahead()
    if (Math.abs(seconds) <= TOLERATED_SECONDS) return Result.ok('O relógio confere.')
    const rounded = Math.round(seconds)
    const way = seconds > 0 ? 'adiantado' : 'atrasado'
    return Result.failed(
      `O relógio desta máquina está ${Math.abs(rounded)} s ${way} em relação ao banco de dados. Acerte a sincronização (NTP) nas duas máquinas.`
    ).setMetaData({ seconds: rounded })
  }

  /** The question takes time: the answer is compared with the middle of it. */
  async #ahead() {
    const clock = db.connection().dialect.name === 'postgres' ? NOW_MS.postgres : NOW_MS.sqlite
    const asked = Date.now()
    const [{ now }] = await rowsOf<{ now: string | number }>(`select ${clock} as now`)
    return ((asked + Date.now()) / 2 - Number(now)) / 1000
  }
}
