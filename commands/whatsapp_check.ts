import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class WhatsappCheck extends BaseCommand {
  static commandName = 'whatsapp:check'
  static description = 'Diz se o WhatsApp pode enviar e, se não, o que fazer'
  static options: CommandOptions = { startApp: true }

  async run() {
    const whatsapp = await this.app.container.make('whatsapp')
    const { ok, summary, steps } = await whatsapp.use().check()
    if (ok) this.logger.success(summary)
    else this.logger.error(summary)
    for (const step of steps) this.#print(ok, `  - ${step}`)
    this.exitCode = ok ? 0 : 1
  }

  #print(ok: boolean, line: string) {
    if (ok) this.logger.log(line)
    else this.logger.logError(line)
  }
}
