import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'

export default class HealthController {
  /** The process answers. Says nothing of what it depends on, so that a slow database gets nobody restarted. */
  live() {
    return { status: 'ok' }
  }

  /** Requests can be served now. */
  async ready({ logger, response }: HttpContext) {
    try {
      await db.rawQuery('select 1')
      return { status: 'ok', checks: { database: 'ok' } }
    } catch (error) {
      logger.error({ err: error }, 'the database does not answer')
      return response.serviceUnavailable({ status: 'failing', checks: { database: 'failing' } })
    }
  }
}
