/**
 * Runs the TypeScript of `bin/console.ts` directly: `node ace <command>`.
 */
import '@poppinss/ts-exec'

await import('./bin/console.ts')
