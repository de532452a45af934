import { withRedis } from '#config/redis'
import { defineConfig, stores } from '@adonisjs/lock'
import type { InferLockStores } from '@adonisjs/lock/types'

const lockConfig = defineConfig({
  default: 'shared',
  stores: {
    shared: withRedis
      ? stores.redis({ connectionName: 'main' })
      : stores.database({ tableName: 'locks' }),
  },
})

export default lockConfig

declare module '@adonisjs/lock/types' {
  export interface LockStoresList extends InferLockStores<typeof lockConfig> {}
}
