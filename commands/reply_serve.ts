import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { Server } from 'node:http'
import type { CommandOptions } from '@adonisjs/core/types/ace'

const PORT = 8000

export default class ReplyServe extends BaseCommand {
  static commandName = 'reply:serve'
  static description = 'Run the reference reply backend, which echoes what it receives'
  static options: CommandOptions = { startApp: false, staysAlive: true }

  @flags.number({ description: `Port to listen on (${PORT})`, default: PORT })
  declare port: number

  @flags.string({ description: 'Address to listen on', default: '127.0.0.1' })
  declare host: string

  async run() {
    const { replyServer } = await import('#replies/server')
    const server = replyServer()
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(this.port, this.host, resolve)
    })
    this.#endWith(server)
    this.logger.success(`http://${this.host}:${this.port}/process`)
  }

  /** No application is started that would drain itself: requests under way are answered, and the process ends with 0. */
  #endWith(server: Server) {
    for (const signal of ['SIGTERM', 'SIGINT']) {
      process.removeAllListeners(signal).once(signal, () => server.close(() => process.exit(0)))
    }
  }
}
