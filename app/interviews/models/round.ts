import { RoundSchema } from '#database/schema'
import db from '@adonisjs/lucid/services/db'

/**
 * A step of the selection (etapa): screening, technical, manager, final.
 */
export default class Round extends RoundSchema {
  /** A new one, after all others. */
  static async append(name: string) {
    const last = await this.query().orderBy('position', 'desc').first()
    return this.create({ name, position: (last?.position ?? 0) + 1 })
  }

  /** One place up or down; at the end of the row nothing happens. */
  async move(direction: 'up' | 'down') {
    await db.transaction(async (trx) => {
      const rounds = await Round.query({ client: trx })
        .orderBy('position')
        .orderBy('id')
        .forUpdate()
      const from = rounds.findIndex(({ id }) => id === this.id)
      const to = Math.max(0, Math.min(rounds.length - 1, from + (direction === 'up' ? -1 : 1)))
      rounds.splice(to, 0, ...rounds.splice(from, 1))
      for (const [index, round] of rounds.entries())
        await round.merge({ position: index + 1 }).save()
    })
  }
}
