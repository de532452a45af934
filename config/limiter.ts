import { withRedis } from '#config/redis'
import { steadfast } from '#core/redis/steadfast_limiter'
import { defineConfig, stores } from '@adonisjs/limiter'
import type { InferLimiters } from '@adonisjs/limiter/types'

const database = stores.database({ tableName: 'rate_limits' })

const limiterConfig = defineConfig({
  default: 'shared',
  stores: { shared: withRedis ? steadfast(database) : database },
})

export default limiterConfig

declare module '@adonisjs/limiter/types' {
  export interface LimitersList extends InferLimiters<typeof limiterConfig> {}
}
