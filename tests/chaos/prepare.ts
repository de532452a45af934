/**
 * Makes the database in the environment ready for traffic, and prints the token of somebody who may book. Nobody sleeps
 * here: there are no quiet hours.
 */
import { bootApp } from '#tests/booted_app'

const app = await bootApp()

const { MigrationRunner } = await import('@adonisjs/lucid/migration')
const { default: db } = await import('@adonisjs/lucid/services/db')
const migrations = new MigrationRunner(db, app, { direction: 'up' })
await migrations.run()
if (migrations.error) throw migrations.error

const { default: CompanySettings } = await import('#settings/models/company_settings')
const settings = await CompanySettings.current()
await settings.merge({ quietHoursStart: null, quietHoursEnd: null }).save()

const { default: User } = await import('#users/models/user')
const user = await User.create({
  fullName: 'Caos Demonstração',
  email: 'caos@demo.convoca.test',
  password: 'segredo-de-teste',
  role: 'admin',
})
const token = await User.accessTokens.create(user)
process.stdout.write(`token=${token.value!.release()}\n`)
await app.terminate()
