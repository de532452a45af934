import CompanySettings from '#settings/models/company_settings'
import { simulator } from '#tests/scene'
import whatsapp from '#whatsapp/services/main'
import testUtils from '@adonisjs/core/services/test_utils'

/** As `cleanScene`, with the clock that other processes have too: whatever its hour, nobody sleeps. */
export async function realScene() {
  await simulator('POST', 'reset')
  await simulator('PUT', 'settings', { hold_callbacks: true })
  const truncate = await testUtils.db().truncate()
  const settings = await CompanySettings.current()
  await settings.merge({ quietHoursStart: null, quietHoursEnd: null }).save()
  return async () => {
    await truncate()
    await whatsapp.refresh()
  }
}
