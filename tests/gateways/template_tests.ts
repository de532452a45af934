import { test } from '@japa/runner'
import type { Parties } from '#tests/gateways/content_tests'
import { TemplateRefused, type TemplateSubmission } from '#whatsapp/gateways/gateway'

const PERSON = '+5511900000001'
const REMINDER: TemplateSubmission = {
  name: 'lembrete_v1',
  language: 'pt_BR',
  body: 'Olá, {{1}}! Sua entrevista é em {{2}}. Até lá!',
  samples: ['Ana', '1º de dezembro'],
  buttons: [
    { id: 'confirm', title: 'Confirmar' },
    { id: 'move', title: 'Remarcar' },
  ],
}

/** Texts are submitted, followed and sent once they are approved. */
export function templateTests({ capabilities, gateway, simulator }: Parties) {
  const desk = () => gateway().templates!

  async function submitted(approvals: 'normal' | 'refused' = 'normal') {
    await simulator().control.settings({ approvals, approval_ms: 0 })
    return desk().submit(REMINDER)
  }

  const standing = (providerTemplateId: string) =>
    desk().standing({ name: REMINDER.name, language: REMINDER.language, providerTemplateId })

  const send = (providerTemplateId: string | null, variables = ['Ana', 'terça, 14:00']) =>
    gateway().send({
      id: crypto.randomUUID(),
      to: PERSON,
      body: `Olá, ${variables[0]}! Sua entrevista é em ${variables[1]}. Até lá!`,
      template: {
        name: REMINDER.name,
        language: REMINDER.language,
        providerTemplateId,
        variables,
        payloads: ['confirm:7', 'move:7'],
      },
    })

  /** Some providers would let it pass as a free text while the window is open, and complain later. */
  async function outsideTheWindow(providerTemplateId: string) {
    await simulator().control.settings({ window: 'enforced', refusals: 'sync' })
    const { outcome } = await send(providerTemplateId)
    return outcome
  }

  test('a template is submitted as utility and waits', async ({ assert }) => {
    await simulator().control.settings({ approval_ms: 60_000 })
    const { providerTemplateId, ...submission } = await desk().submit(REMINDER)
    assert.containsSubset(submission, { state: 'pending', reason: null })
    assert.containsSubset(await standing(providerTemplateId), {
      providerTemplateId,
      state: 'pending',
      category: 'utility',
    })
    assert.notEqual(await outsideTheWindow(providerTemplateId), 'accepted')
  })

  test('once approved it arrives with its variables and buttons', async ({ assert }) => {
    const { providerTemplateId } = await submitted()
    assert.containsSubset(await standing(providerTemplateId), { state: 'approved', reason: null })
    assert.containsSubset(await send(providerTemplateId), { outcome: 'accepted' })
    const [{ body, content }] = await simulator().control.messages(PERSON)
    assert.equal(body, 'Olá, Ana! Sua entrevista é em terça, 14:00. Até lá!')
    assert.deepEqual(
      content.buttons?.map(({ title }) => title),
      ['Confirmar', 'Remarcar']
    )
    assert.isNotEmpty(content.template)
  })

  test('a rejected one says why, and is not sent', async ({ assert }) => {
    const { providerTemplateId } = await submitted('refused')
    const { state, reason } = await standing(providerTemplateId)
    assert.equal(state, 'rejected')
    assert.isNotEmpty(reason)
    assert.equal(await outsideTheWindow(providerTemplateId), 'rejected')
  })

  test('one that was paused is not sent', async ({ assert }) => {
    const { providerTemplateId } = await submitted()
    await standing(providerTemplateId)
    await simulator().control.settings({ approvals: 'paused', refusals: 'sync' })
    assert.containsSubset(await standing(providerTemplateId), { state: 'paused' })
    assert.containsSubset(await send(providerTemplateId), { outcome: 'rejected' })
  })

  test('what is no template is refused at once, with a reason', async ({ assert }) => {
    const nameless = { ...REMINDER, name: 'Com Espaço' }
    await assert.rejects(() => desk().submit(nameless), TemplateRefused as never)
  })

  test('it opens a conversation that a free text cannot', async ({ assert }) => {
    const { providerTemplateId } = await submitted()
    await simulator().control.settings({ window: 'enforced', refusals: 'sync' })
    const text = { id: crypto.randomUUID(), to: PERSON, body: 'Olá' }
    if (!capabilities.freeTextAnytime)
      assert.containsSubset(await gateway().send(text), { outcome: 'needs_template' })
    assert.containsSubset(await send(providerTemplateId), { outcome: 'accepted' })
  })
}
