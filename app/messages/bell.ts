import { EventEmitter } from 'node:events'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

interface Rings {
  /** There may be something to send. */
  ring: []
  /** It was this process that made it so: others do not know yet. */
  rung: []
}

/**
 * Wakes dispatchers: the one of this process at once, those of others over a line (`messages/bells`). A ring may be lost:
 * a dispatcher also looks by itself.
 */
class Bell extends EventEmitter<Rings> {
  ring() {
    this.hear()
    this.emit('rung')
  }

  /** Rung elsewhere. */
  hear() {
    this.emit('ring')
  }

  ringAfter(trx: TransactionClientContract) {
    trx.after('commit', () => this.ring())
  }
}

export const bell = new Bell()
