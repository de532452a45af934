import { Background } from '#start/background'
import { simulator } from '#tests/scene'
import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'

/** Set up before a test: an empty database, a simulator that heard nothing, and everything that works by itself. */
export async function withBackground() {
  const truncate = await testUtils.db().truncate()
  await simulator('POST', 'reset')
  const background = new Background(app, 'embedded')
  await background.start()
  return async () => {
    await background.stop()
    await truncate()
  }
}
