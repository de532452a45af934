import { QueryClient } from '@adonisjs/lucid/database'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

type Transaction = QueryClient['transaction']
type Begin = (callback: undefined, options?: object) => Promise<TransactionClientContract>
type KnexTransaction = TransactionClientContract['knexClient']
type Callback = (trx: TransactionClientContract) => Promise<unknown>

/**
 * Knex hands out a transaction that could not begin, and calls a commit done that the database refused; only
 * `executionPromise` knows. A booking would be answered, and a message sent, that nobody ever saved.
 */
export function makeTransactionsHonest() {
  const begin = QueryClient.prototype.transaction as Begin
  QueryClient.prototype.transaction = async function (
    this: QueryClient,
    callback?: unknown,
    options?: object
  ) {
    const trx = await begin.call(this, undefined, options)
    await mustHaveBegun(trx.knexClient)
    mindCommits(trx.knexClient)
    return typeof callback === 'function' ? within(trx, callback as Callback) : trx
  } as Transaction
}

async function mustHaveBegun(knex: KnexTransaction) {
  if (knex.isCompleted()) await knex.executionPromise
}

/** PostgreSQL ends a transaction in which a statement failed with a ROLLBACK, and calls that a success. */
function mindCommits(knex: KnexTransaction) {
  const commit = knex.commit
  const minded = async (value?: unknown) => {
    const ended = (await commit(value)) as { response?: { command?: string } } | undefined
    await knex.executionPromise
    if (ended?.response?.command === 'ROLLBACK') throw new Error('The transaction was rolled back')
  }
  knex.commit = minded as unknown as KnexTransaction['commit']
}

/** As Lucid does it. */
async function within(trx: TransactionClientContract, callback: Callback) {
  try {
    const result = await callback(trx)
    if (!trx.isCompleted) await trx.commit()
    return result
  } catch (error) {
    await trx.rollback()
    throw error
  }
}
