import app from '@adonisjs/core/services/app'

/** Removes our keys that begin so; others may live in the same Redis. */
export async function forgetKeys(beginning: string) {
  const redis = await app.container.make('redis')
  const { ioConnection } = redis.connection('main')
  const prefix = ioConnection.options.keyPrefix ?? ''
  for await (const keys of ioConnection.scanStream({ match: `${prefix}${beginning}*` })) {
    const names = (keys as string[]).map((key) => key.slice(prefix.length))
    if (names.length > 0) await ioConnection.del(...names)
  }
}
