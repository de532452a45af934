import { TeamSchema } from '#database/schema'
import User from '#users/models/user'
import { manyToMany } from '@adonisjs/lucid/orm'
import type { ManyToMany } from '@adonisjs/lucid/types/relations'
import db from '@adonisjs/lucid/services/db'

interface Composition {
  name: string
  memberIds: number[]
}

/**
 * Some of ours who answer the same conversations.
 */
export default class Team extends TeamSchema {
  @manyToMany(() => User, { pivotTable: 'team_members' })
  declare members: ManyToMany<typeof User>

  static inOrder() {
    return this.query().orderBy('name')
  }

  static form(composition: Composition) {
    return new Team().compose(composition)
  }

  /** Its name, and who is in it from now on. */
  async compose({ name, memberIds }: Composition) {
    return db.transaction(async (trx) => {
      await (this as Team).useTransaction(trx).merge({ name }).save()
      await (this as Team).related('members').sync(memberIds)
      return this as Team
    })
  }

  /** Its conversations go on, without a team. */
  async dissolve() {
    await db.transaction(async (trx) => {
      await trx.from('conversations').where('team_id', this.id).update({ team_id: null })
      await (this as Team).useTransaction(trx).delete()
    })
  }
}
