import { Check } from '#monitoring/health/check'
import { Result } from '@adonisjs/core/health'
import db from '@adonisjs/lucid/services/db'

/** Without it nothing can be read or kept: the one failure for which this process should get no requests. */
export class DatabaseCheck extends Check {
  name = 'database'
  protected unknown =
    'O banco de dados não responde. Confira se ele está de pé e se há disco e conexões livres.'

  protected async look() {
    await db.rawQuery('select 1')
    return Result.ok('O banco de dados responde.')
  }
}
