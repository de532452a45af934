import { fromDb } from '#database/columns'
import { rowsOf } from '#database/rows'
import { Check, judged } from '#monitoring/health/check'
import { Result } from '@adonisjs/core/health'
import logger from '@adonisjs/core/services/logger'
import { QueueManager } from '@adonisjs/queue'
import { DateTime } from 'luxon'

/** A forgotten call is rung again after two minutes; nobody has rung after ten. */
const PATIENCE = { warn: 3 * 60, fail: 10 * 60 }

/** What providers told us and nobody has understood yet; and whether bells can be rung. */
export class QueueCheck extends Check {
  name = 'queue'
  protected unknown = 'Não foi possível consultar os avisos recebidos do provedor.'

  protected async look() {
    const oldest = await oldestWaitingCall()
    const seconds = oldest ? DateTime.utc().diff(oldest, 'seconds').seconds : 0
    const waiting = judged(seconds, PATIENCE, {
      ok: 'Os avisos do provedor são processados em dia.',
      late: (age) =>
        `Um aviso do provedor espera há ${age} para ser processado. Confira se há um processo “node ace work” (ou EMBEDDED_WORKER=true) de pé e o log dele.`,
    })
    if (waiting.status !== 'ok' || (await isReachable())) return waiting
    return Result.warning(
      'A fila de tarefas não responde. Nada se perde: os avisos ficam no banco e são retomados a cada minuto. Confira o serviço da fila.'
    )
  }
}

export async function oldestWaitingCall() {
  const [row] = await rowsOf<{ created_at: Date | string }>(
    'select created_at from webhook_calls where processed_at is null order by id limit 1'
  )
  return row ? fromDb(row.created_at) : null
}

async function isReachable() {
  try {
    await QueueManager.use().sizeOf('default')
    return true
  } catch (error) {
    logger.warn({ err: error }, 'the queue does not answer')
    return false
  }
}
