import type { ApplicationService } from '@adonisjs/core/types'

/** What our databases need beyond Lucid's own provider. */
export default class DatabaseProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    const { makeTransactionsHonest } = await import('#database/honest_transactions')
    makeTransactionsHonest()
  }
}
