import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import app from '@adonisjs/core/services/app'
import WhatsappCheck from '../../../commands/whatsapp_check.js'
import { WhatsappManager } from '#whatsapp/whatsapp_manager'
import type { CheckResult, Gateway } from '#whatsapp/gateways/gateway'

const gatewayThat = (result: CheckResult) =>
  ({ check: async () => result, close: async () => {} }) as unknown as Gateway

async function run(...results: CheckResult[]) {
  const senders = results.map((result, index) => [`sender_${index}`, () => gatewayThat(result)])
  app.container.swap(WhatsappManager, () => {
    return new WhatsappManager({ default: 'sender_0', senders: Object.fromEntries(senders) })
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

  test('with several numbers it tells of each, and fails when one of them does', async ({
    assert,
  }) => {
    const well = { ok: true, summary: 'Pronto.', steps: [] }
    const { command, lines } = await run(well, { ok: false, summary: 'Errado.', steps: [] })
    command.assertExitCode(1)
    assert.include(lines[0], 'sender_0: Pronto.')
    assert.include(lines[1], 'sender_1: Errado.')
  })

  test('says what is wrong and what to do, and fails', async ({ assert }) => {
    const { command, lines } = await run({ ok: false, summary: 'Errado.', steps: ['Faça isto.'] })
    command.assertExitCode(1)
    assert.include(lines[0], 'Errado.')
    assert.include(lines[1], 'Faça isto.')
  })
})
