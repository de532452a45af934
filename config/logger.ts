import { loggedArguments, loggedError, loggedRequestId } from '#core/log_privacy'
import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { defineConfig, targets } from '@adonisjs/core/logger'

const loggerConfig = defineConfig({
  default: 'app',
  loggers: {
    app: {
      enabled: true,
      name: 'convoca',
      level: env.get('LOG_LEVEL'),
      redact: {
        paths: ['password', '*.password', 'req.headers.authorization', 'req.headers.cookie'],
      },
      serializers: {
        'err': loggedError,
        'request_id': loggedRequestId,
        'x-request-id': loggedRequestId,
      },
      hooks: {
        logMethod(given, write) {
          write.apply(this, loggedArguments(given as [unknown]) as Parameters<typeof write>)
        },
      },
      transport: {
        targets: targets()
          .pushIf(!app.inProduction, targets.pretty())
          .pushIf(app.inProduction, targets.file({ destination: 1 }))
          .toArray(),
      },
    },
  },
})

export default loggerConfig

declare module '@adonisjs/core/types' {
  export interface LoggersList extends InferLoggers<typeof loggerConfig> {}
}
