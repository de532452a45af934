import { QueryClient } from '@adonisjs/lucid/database'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

type Act = (trx: TransactionClientContract) => Promise<unknown>

/**
 * A COMMIT that the database refuses, or that its connection did not survive, is answered by Knex with a promise that
 * resolves; only the transaction's own promise, which Lucid does not ask, says no. What was not written would be told as
 * done: a claim, and its message sent over and over; a booking, and its yes.
 */
export function keepCommitsHonest() {
  const begin = QueryClient.prototype.transaction as (options?: unknown) => Promise<any>

  QueryClient.prototype.transaction = async function (this: QueryClient, ...given: any[]) {
    const [act, options] = typeof given[0] === 'function' ? given : [null, given[0]]
    const trx = honest(await begin.call(this, options))
    return act ? run(act, trx) : trx
  } as typeof QueryClient.prototype.transaction
}

async function run(act: Act, trx: TransactionClientContract) {
  try {
    const answer = await act(trx)
    if (!trx.isCompleted) await trx.commit()
    return answer
  } catch (error) {
    await trx.rollback()
    throw error
  }
}

function honest(trx: TransactionClientContract) {
  const { knexClient } = trx
  const commit = knexClient.commit.bind(knexClient)
  const commitAndAsk = async (value?: unknown) => {
    await commit(value)
    await knexClient.executionPromise
  }
  Object.assign(knexClient, { commit: commitAndAsk })
  return trx
}
