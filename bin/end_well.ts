import type { ApplicationService } from '@adonisjs/core/types'

/** Longer than one send with every time-out, shorter than the 90 s after which a container is killed. */
const DEFAULT_SECONDS = 85

/**
 * SIGTERM and SIGINT drain the process and end it; the second one, or `SHUTDOWN_SECONDS`, ends it at once. What is cut off
 * so is looked for by whoever goes on. Before it is ready there is nothing to drain.
 */
export function endWell(app: ApplicationService) {
  let isEnding = false

  const end = () => {
    if (isEnding || !app.isReady) process.exit(1)
    isEnding = true
    const seconds = Number(process.env.SHUTDOWN_SECONDS || DEFAULT_SECONDS)
    setTimeout(() => process.exit(1), seconds * 1000).unref()
    void app.terminate()
  }

  app.listen('SIGTERM', end)
  app.listen('SIGINT', end)
}
