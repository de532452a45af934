import { appUrl } from '#config/app'
import { DEMO_EMAIL, DEMO_PASSWORD } from '#users/demo_account'
import User from '#users/models/user'
import type { ApplicationService } from '@adonisjs/core/types'

/** The two lines a newcomer needs. */
export async function welcome(app: ApplicationService) {
  const isDemo = !app.inProduction && (await User.findBy({ email: DEMO_EMAIL }))
  if (isDemo) process.stdout.write(`Acesso de demonstração: ${DEMO_EMAIL} / ${DEMO_PASSWORD}\n`)
  process.stdout.write(`Endereço: ${appUrl}\n`)
}
