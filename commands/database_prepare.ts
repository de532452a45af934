import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class DatabasePrepare extends BaseCommand {
  static commandName = 'database:prepare'
  static description = 'Migrate the database; outside production, fill an empty one with demo data'
  static options: CommandOptions = { startApp: true }

  async run() {
    await this.migrate()
    if (!this.app.inProduction) await this.seed()
  }

  private async migrate() {
    const { MigrationRunner } = await import('@adonisjs/lucid/migration')
    const { default: db } = await import('@adonisjs/lucid/services/db')
    const runner = new MigrationRunner(db, this.app, { direction: 'up' })
    await runner.run()
    if (runner.error) throw runner.error
  }

  private async seed() {
    const { default: db } = await import('@adonisjs/lucid/services/db')
    const { default: DemoSeeder } = await import('#database/seeders/demo_seeder')
    await new DemoSeeder(db.connection()).run()
  }
}
