import Conversation from '#messages/models/conversation'
import { withBackground } from '#tests/browser/background'
import { approvedTeamMessage, withOwnNumbers } from '#tests/functional/conversations/scene'
import { aCandidate, aUser } from '#tests/scene'
import { eventually } from '#tests/eventually'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type { BrowserContext, Page } from 'playwright'

const ANA = '+5511900000001'

async function write(phone: Page, text: string) {
  await phone.getByPlaceholder('Mensagem').fill(text)
  await phone.getByRole('button', { name: 'Enviar' }).click()
}

/** She wrote, an agent has the conversation open, and her phone lies beside. */
async function answered(context: BrowserContext) {
  await aUser('agent')
  await aCandidate()
  const phone = await context.newPage()
  await phone.goto(`/simulator/phones/${ANA}`)
  await write(phone, 'Posso levar meu cachorro?')
  await eventually(async () => (await Conversation.query()).length === 1)
  const page = await context.newPage()
  await page.goto('/session')
  await page.getByLabel('E-mail').fill('agent@demo.convoca.test')
  await page.getByLabel('Senha').fill('segredo-de-teste')
  await page.getByRole('button', { name: 'Entrar' }).click()
  await page.locator('.inbox-open').click()
  await page.locator('.thread-scroll').getByText('Posso levar meu cachorro?').waitFor()
  return { page, phone }
}

test.group('Conversations', (group) => {
  group.each.setup(withBackground)

  test('what she writes appears by itself, beside what is being typed, and the answer rings on her phone', async ({
    assert,
    browserContext,
  }) => {
    const { page, phone } = await answered(browserContext)
    const field = page.getByPlaceholder('Mensagem')
    await field.pressSequentially('Pode ')
    await page.evaluate(`addEventListener('chime:rang', () => (window.rang = true))`)
    await write(phone, 'Ele é *pequeno*')
    await page.locator('.thread-scroll strong').getByText('pequeno').waitFor()
    assert.equal(await field.inputValue(), 'Pode ')
    await page.waitForFunction('window.rang')

    await field.pressSequentially('sim')
    await field.press('Enter')
    await phone.getByText('Pode sim').waitFor()
    await page.locator('.thread-item[data-side=out]').getByText('Pode sim').waitFor()
    await page.locator('.thread-item[data-side=out] [data-status=read]').waitFor()
    assert.equal(await field.inputValue(), '')
  })

  test('a text begun waits while another page is looked at, and silence is remembered', async ({
    assert,
    browserContext,
  }) => {
    const { page } = await answered(browserContext)
    await page.getByPlaceholder('Mensagem').pressSequentially('Um rascunho')
    await page.getByRole('button', { name: 'Silenciar o aviso sonoro' }).click()
    await page.getByRole('link', { name: 'Resolvidas' }).click()
    await page.getByText('Nenhuma conversa aqui').waitFor()
    await page.goBack()
    await page.locator('.thread-scroll').waitFor()
    assert.equal(await page.getByPlaceholder('Mensagem').inputValue(), 'Um rascunho')
    const mute = page.getByRole('button', { name: 'Silenciar o aviso sonoro' })
    assert.equal(await mute.getAttribute('aria-pressed'), 'true')
  })

  test('when the 24 hours are over an approved template is offered, previewed as one types, and sent', async ({
    browserContext,
    cleanup,
  }) => {
    cleanup(withOwnNumbers())
    const { page } = await answered(browserContext)
    await approvedTeamMessage()
    await Conversation.query().update({
      last_inbound_at: DateTime.utc().minus({ hours: 25 }).toISO(),
    })
    await page.reload()
    await page.getByText('só aceita um modelo aprovado').waitFor()
    await page.getByLabel('Seu recado').fill('Ainda tem interesse?')
    await page.locator('.template-preview').getByText('Ainda tem interesse?').waitFor()
    await page.getByRole('button', { name: 'Enviar modelo a Ana' }).click()
    await page.locator('.thread-item[data-side=out]').getByText('Ainda tem interesse?').waitFor()
  })
})
