import { simulator } from '#tests/scene'
import testUtils from '@adonisjs/core/services/test_utils'

/** As `cleanScene`, with the clock that other processes have too. */
export async function realScene() {
  await simulator('POST', 'reset')
  await simulator('PUT', 'settings', { hold_callbacks: true })
  return testUtils.db().truncate()
}
