import { test } from '@japa/runner'
import { freePort } from '#tests/free_port'
import { openTwilio } from '#tests/gateways/open_twilio'
import { startSimulator, type SimulatorProcess } from '#tests/simulator_process'
import { TemplateRefused } from '#whatsapp/gateways/gateway'
import type { TwilioGateway } from '#whatsapp/gateways/twilio_gateway'

const REMINDER = {
  name: 'lembrete_v1',
  language: 'pt_BR',
  body: 'Olá, {{1}}! Sua entrevista é {{2}}. Até lá!',
  samples: ['Ana', 'amanhã às 9h'],
  buttons: [
    { id: 'confirm', title: 'Confirmar' },
    { id: 'cancel', title: 'Cancelar' },
  ],
}

test.group('Twilio templates', (group) => {
  let simulator: SimulatorProcess
  let gateway: TwilioGateway

  group.setup(async () => {
    simulator = await startSimulator({ port: await freePort(), appUrl: 'http://127.0.0.1:9' })
    return () => simulator.stop()
  })

  group.each.setup(async () => {
    await simulator.control.reset()
    gateway = openTwilio(simulator)
    return () => gateway.close()
  })

  const submit = (change: Partial<typeof REMINDER> = {}) =>
    gateway.templates.submit({ ...REMINDER, ...change })
  const standing = (providerTemplateId: string) =>
    gateway.templates.standing({ providerTemplateId })

  test('a submitted text waits, then is approved', async ({ assert }) => {
    await simulator.control.settings({ approval_ms: 60_000 })
    const submitted = await submit()
    assert.match(submitted.providerTemplateId, /^HX[0-9a-f]{32}$/)
    assert.containsSubset(submitted, { state: 'pending', reason: null, category: 'utility' })
    assert.containsSubset(await standing(submitted.providerTemplateId), { state: 'pending' })

    await simulator.control.settings({ approval_ms: 0 })
    assert.containsSubset(await standing(submitted.providerTemplateId), { state: 'approved' })
  })

  test('it arrives there with its samples and its buttons', async ({ assert }) => {
    await submit()
    await submit({ name: 'aviso_v1', buttons: [] })
    const [plain, withButtons] = await simulator.control.contents()
    assert.deepEqual(withButtons.variables, { 1: 'Ana', 2: 'amanhã às 9h' })
    assert.deepEqual(withButtons.types['twilio/quick-reply'], {
      body: REMINDER.body,
      actions: [
        { type: 'QUICK_REPLY', id: 'confirm', title: 'Confirmar' },
        { type: 'QUICK_REPLY', id: 'cancel', title: 'Cancelar' },
      ],
    })
    assert.deepEqual(plain.types, { 'twilio/text': { body: REMINDER.body } })
  })

  test('{status} is told')
    .with([
      { status: 'rejected', reason: 'Parece propaganda' },
      { status: 'paused', reason: null },
      { status: 'disabled', reason: null },
      { status: 'approved', reason: null },
    ] as const)
    .run(async ({ assert }, { status, reason }) => {
      await simulator.control.settings({ approvals: 'held' })
      const { providerTemplateId } = await submit()
      await simulator.control.decide('lembrete_v1', status, reason ?? undefined)
      assert.containsSubset(await standing(providerTemplateId), { state: status, reason })
    })

  test('a text that WhatsApp does not take is rejected with the reason', async ({ assert }) => {
    await simulator.control.settings({ approval_ms: 0 })
    const { providerTemplateId } = await submit({ body: '{{1}}, até amanhã', samples: ['Ana'] })
    const { state, reason } = await standing(providerTemplateId)
    assert.equal(state, 'rejected')
    assert.include(reason!, 'start or end')
  })

  test('submitted again, it is the same one', async ({ assert }) => {
    const first = await submit()
    const second = await submit()
    assert.equal(second.providerTemplateId, first.providerTemplateId)
    assert.lengthOf(await simulator.control.contents(), 1)
  })

  test('what Twilio refuses is refused in words, and so is silence', async ({ assert }) => {
    const refusal = await submit({ name: 'Não Serve' }).catch((error) => error)
    assert.instanceOf(refusal, TemplateRefused)
    assert.match(refusal.message, /^O Twilio recusou o modelo: .*name.*\.$/)

    const lost = openTwilio(simulator, { baseUrl: `http://127.0.0.1:${await freePort()}` })
    const silence = await lost.templates.submit(REMINDER).catch((error) => error)
    await lost.close()
    assert.instanceOf(silence, TemplateRefused)
    assert.match(silence.message, /não respondeu/)
  })
})
