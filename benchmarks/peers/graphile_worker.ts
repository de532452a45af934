import type { Due } from '#benchmarks/due_messages'
import type { RawHttp } from '#benchmarks/peers/raw_http'
import { Stopwatch } from '#benchmarks/peers/stopwatch'
import { Logger, makeWorkerUtils, run, type WorkerUtils } from 'graphile-worker'
import pg from 'pg'

const PER_CALL = 1000
/** As many jobs are locked ahead as its own measurements lock. */
const BATCHED = {
  worker: { localQueue: { size: 500 }, completeJobBatchDelay: 0, failJobBatchDelay: 0 },
}
const silent = new Logger(() => () => {})

/**
 * A queue in PostgreSQL whose handler posts the message: at least once, and nothing is written down about it.
 */
export class GraphileWorker {
  static async on(connectionString: string) {
    const pool = new pg.Pool({ connectionString, max: 20 })
    // Ending the database ends its connections.
    pool.on('error', () => {})
    const utils = await makeWorkerUtils({ pgPool: pool, logger: silent })
    await utils.migrate()
    return new GraphileWorker(pool, utils)
  }

  private constructor(
    private readonly pool: pg.Pool,
    private readonly utils: WorkerUtils
  ) {}

  /** Messages a second; `batched` locks hundreds of jobs ahead and completes them together. */
  async drain(dues: Due[], http: RawHttp, concurrency: number, { batched }: { batched: boolean }) {
    for (let first = 0; first < dues.length; first += PER_CALL) {
      await this.utils.addJobs(dues.slice(first, first + PER_CALL).map(asJob))
    }
    await this.pool.query('vacuum analyze graphile_worker._private_jobs')
    const watch = new Stopwatch(dues.length)
    const runner = await run({
      pgPool: this.pool,
      logger: silent,
      concurrency,
      noHandleSignals: true,
      taskList: { send: (due) => watch.time(() => http.post(due as Due)) },
      ...(batched && { preset: BATCHED }),
    })
    const rate = await watch.rate
    await runner.stop()
    return rate
  }

  async close() {
    await this.utils.release()
    await this.pool.end()
  }
}

const asJob = (payload: Due) => ({ identifier: 'send', payload })
