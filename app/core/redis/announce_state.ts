import type { Logger } from '@adonisjs/core/logger'
import type { Connection } from '@adonisjs/redis/types'

/** One line when Redis goes away and one when it is back, however often it is tried in between. */
export function announceState(connection: Connection, logger: Logger) {
  let isAway = false

  connection.on('error', ({ error }) => {
    if (isAway) return
    isAway = true
    logger.error({ err: error }, 'Redis is away')
  })
  connection.on('ready', () => {
    if (isAway) logger.info('Redis is back')
    isAway = false
  })
}
