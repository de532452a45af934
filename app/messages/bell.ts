import { EventEmitter } from 'node:events'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/**
 * Wakes the dispatcher of this process. A ring may be lost: the dispatcher also looks by itself.
 */
class Bell extends EventEmitter<{ ring: [] }> {
  ring() {
    this.emit('ring')
  }

  ringAfter(trx: TransactionClientContract) {
    trx.after('commit', () => this.ring())
  }
}

export const bell = new Bell()
