import { withRedis } from '#config/redis'
import { redisTransport } from '#core/redis/live_transport'
import { defineConfig } from '@adonisjs/transmit'

export default defineConfig({
  pingInterval: '30s',
  transport: withRedis ? { driver: redisTransport, channel: 'convoca:live' } : null,
})
