import { BaseCommand } from '@adonisjs/core/ace'
import { execve, execPath } from 'node:process'

const isCompiled = import.meta.filename.endsWith('.js')

/**
 * Becomes the server rather than starting it: it keeps this process' number, and with it its signals and its exit code.
 */
export default class Web extends BaseCommand {
  static commandName = 'web'
  static description = 'Serve pages, the API and webhooks, and nothing else'

  async run() {
    const server = isCompiled
      ? [this.app.makePath('bin/server.js')]
      : ['--import=@poppinss/ts-exec', this.app.makePath('bin/server.ts')]
    execve!(execPath, [execPath, ...server], { ...process.env, EMBEDDED_WORKER: 'false' })
  }
}
