import { test } from '@japa/runner'
import { defineConfig, gateways } from '#whatsapp/define_config'
import { WhatsappManager } from '#whatsapp/whatsapp_manager'

const publicUrl = 'http://localhost:3333'

function makeManager() {
  const senders = {
    recruiting: gateways.twilio({ publicUrl }),
    onboarding: gateways.twilio({ publicUrl }),
  }
  return new WhatsappManager(defineConfig({ default: 'recruiting', senders }))
}

test.group('WhatsApp manager', () => {
  test('a sender keeps its gateway', ({ assert }) => {
    const whatsapp = makeManager()
    assert.strictEqual(whatsapp.use(), whatsapp.use('recruiting'))
    assert.notStrictEqual(whatsapp.use(), whatsapp.use('onboarding'))
    assert.equal(whatsapp.defaultSender, 'recruiting')
  })

  test('an unknown sender is a mistake, not a silence', ({ assert }) => {
    assert.throws(() => makeManager().use('nobody'), /Unknown sender "nobody"/)
  })

  test('closing ends every gateway; one asked for later is a new one', async ({ assert }) => {
    const whatsapp = makeManager()
    const first = whatsapp.use()
    await whatsapp.close()
    assert.notStrictEqual(whatsapp.use(), first)
  })
})
