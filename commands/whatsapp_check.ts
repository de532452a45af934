import { ENVIRONMENT_SENDER } from '#senders/environment_sender'
import type { CheckResult } from '#whatsapp/gateways/gateway'
import type { WhatsappManager } from '#whatsapp/whatsapp_manager'
import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class WhatsappCheck extends BaseCommand {
  static commandName = 'whatsapp:check'
  static description = 'Diz se o WhatsApp pode enviar e, se não, o que fazer'
  static options: CommandOptions = { startApp: true }

  async run() {
    const whatsapp = await this.app.container.make('whatsapp')
    const names = wanted(whatsapp)
    const results: CheckResult[] = []
    for (const name of names) {
      const result = await whatsapp.use(name).check()
      this.#tell(result, names.length > 1 ? `${name}: ` : '')
      results.push(result)
    }
    this.exitCode = results.every(({ ok }) => ok) ? 0 : 1
  }

  #tell({ ok, summary, steps }: CheckResult, whose: string) {
    if (ok) this.logger.success(whose + summary)
    else this.logger.error(whose + summary)
    for (const step of steps) this.#print(ok, `  - ${step}`)
  }

  #print(ok: boolean, line: string) {
    if (ok) this.logger.log(line)
    else this.logger.logError(line)
  }
}

/** An environment that names no account is nobody's mistake once another number is the default one. */
const wanted = (whatsapp: WhatsappManager) =>
  whatsapp.senders.filter(
    (name) =>
      name !== ENVIRONMENT_SENDER ||
      name === whatsapp.defaultSender ||
      whatsapp.use(name).missingSettings.length === 0
  )
