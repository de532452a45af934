import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import app from '@adonisjs/core/services/app'
import WhatsappCheck from '../../../commands/whatsapp_check.js'
import { WhatsappManager } from '#whatsapp/whatsapp_manager'
import type { CheckResult, Gateway } from '#whatsapp/gateways/gateway'

async function run(result: CheckResult) {
  const gateway = { check: async () => result, close: async () => {} } as unknown as Gateway
  app.container.swap(WhatsappManager, () => {
    return new WhatsappManager({ default: 'any', senders: { any: () => gateway } })
  })
  const command = await ace.create(WhatsappCheck, [])
  await command.exec()
  const lines = ace.ui.logger.getLogs().map(({ message }) => message)
  return { command, lines }
}

test.group('node ace whatsapp:check', (group) => {
  group.each.setup(() => {
    ace.ui.switchMode('raw')
    return () => {
      app.container.restore(WhatsappManager)
      ace.ui.switchMode('normal')
    }
  })

  test('says that all is well, and what to know', async ({ assert }) => {
    const { command, lines } = await run({ ok: true, summary: 'Pronto.', steps: ['Saiba isto.'] })
    command.assertSucceeded()
    assert.include(lines[0], 'Pronto.')
    assert.include(lines[1], 'Saiba isto.')
  })

  test('says what is wrong and what to do, and fails', async ({ assert }) => {
    const { command, lines } = await run({ ok: false, summary: 'Errado.', steps: ['Faça isto.'] })
    command.assertExitCode(1)
    assert.include(lines[0], 'Errado.')
    assert.include(lines[1], 'Faça isto.')
  })
})
