import type { ApplicationService } from '@adonisjs/core/types'

/**
 * Whatever rings the bell in this process is heard in others. On SQLite a worker sees it in the file.
 */
export default class BellsProvider {
  constructor(protected app: ApplicationService) {}

  async start() {
    const { default: db } = await import('@adonisjs/lucid/services/db')
    if (db.connection().dialect.name !== 'postgres') return
    const { PostgresCaller } = await import('#messages/bells/postgres_line')
    const caller = new PostgresCaller()
    caller.start()
    this.app.terminating(() => caller.stop())
  }
}
