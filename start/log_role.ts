import { withRedis } from '#config/redis'
import env from '#start/env'
import logger from '@adonisjs/core/services/logger'

/** The first line of every process: what it is, and what it shares with the others. */
export function logRole(role: string) {
  const queue = env.get('QUEUE_DRIVER', 'database')
  logger.info(
    { role, database: env.get('DB_CONNECTION'), queue, redis: withRedis },
    `${role} started`
  )
}
