import { appUrl } from '#config/app'
import { toDb } from '#database/columns'
import Message from '#messages/models/message'
import Sender from '#messages/models/sender'
import { accepted, anInterview, aUser } from '#tests/scene'
import { withBackground } from '#tests/browser/background'
import { eventually } from '#tests/eventually'
import { test, timeTravel } from '@japa/runner'

/** Friday, 10:00 in São Paulo; no quiet hours. */
const FRIDAY = new Date('2026-11-20T13:00:00.000Z')

test.group('Fila de envio', (group) => {
  group.each.setup(withBackground)

  test('a pause holds what is booked, resuming lets it go, and the page shows both by itself', async ({
    assert,
    browserContext,
  }) => {
    timeTravel(FRIDAY)
    await browserContext.loginAs(await aUser('admin'))
    const page = await browserContext.newPage()
    await page.goto('/queue')
    const lane = page.locator('.lane')
    await lane.getByText('Aberto').waitFor()

    await lane.getByRole('button', { name: 'Pausar' }).click()
    const question = page.getByRole('dialog', { name: 'Pausar os envios?' })
    await question.getByRole('button', { name: 'Pausar' }).click()
    await page.getByText('Envios pausados. As mensagens esperam').first().waitFor()
    await lane.getByText('Pausado', { exact: true }).waitFor()

    const interview = await anInterview()
    // Nobody reloads the page.
    await page.locator('#list-mensagens').waitFor()
    await page.getByRole('link', { name: 'Ana Exemplo' }).waitFor()
    assert.isEmpty(await accepted())

    await lane.getByRole('button', { name: 'Retomar' }).click()
    await page.getByText('Envios retomados').first().waitFor()
    await eventually(async () => (await accepted()).length === 1)
    await page.getByRole('link', { name: 'Ana Exemplo' }).waitFor({ state: 'detached' })
    await interview.refresh()
    assert.isNotNull(interview.whatsappMessageSid)
  })

  test('what changes while a question stands open neither loses the answer nor is lost', async ({
    assert,
    browserContext,
  }) => {
    await browserContext.loginAs(await aUser('admin'))
    const sender = await Sender.named('twilio')
    const page = await browserContext.newPage()
    const subscribed = page.waitForResponse('**/__transmit/subscribe')
    await page.goto('/queue')
    await subscribed
    const question = page.getByRole('dialog', { name: 'Pausar os envios?' })
    await page.locator('.lane').getByRole('button', { name: 'Pausar' }).click()
    await sender.limitTo(33)
    await question.getByRole('button', { name: 'Voltar' }).click()
    await page.getByText('No máximo 33 mensagens por segundo').waitFor()

    await page.locator('.lane').getByRole('button', { name: 'Pausar' }).click()
    await sender.limitTo(12)
    await question.getByRole('button', { name: 'Pausar' }).click()
    await page.getByText('Pausado por Rita').waitFor()
    await sender.refresh()
    assert.equal(sender.state, 'paused')
  })

  test('without JavaScript a person pauses, sets the limit and decides', async ({
    assert,
    browser,
  }) => {
    const user = await aUser('admin')
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: appUrl })
    const page = await context.newPage()
    await page.goto('/queue')
    await page.getByLabel('E-mail').fill(user.email)
    await page.getByLabel('Senha').fill('segredo-de-teste')
    await page.getByRole('button', { name: 'Entrar' }).click()
    await page.getByRole('button', { name: 'Pausar' }).click()
    await page.getByText('Pausado por Rita Demonstração').waitFor()
    await page.getByText('No máximo 80 mensagens por segundo').click()
    await page.getByLabel('Mensagens por segundo').fill('12')
    await page.getByRole('button', { name: 'Salvar' }).click()
    await page.getByText('No máximo 12 mensagens por segundo').waitFor()

    await anInterview()
    await Message.query().update({
      status: 'unconfirmed',
      reason: 'needs_person',
      claimed_at: toDb((await Message.firstOrFail()).createdAt),
    })
    await page.goto('/messages/unconfirmed')
    await page.getByText('Ver o texto').click()
    await page.getByText('Rua do Exemplo, 100').waitFor()
    await page.getByRole('button', { name: 'Marcar como enviada' }).click()
    await page.getByText('Nada a decidir').waitFor()
    assert.equal((await Message.firstOrFail()).status, 'accepted')
    await context.close()
  })
})
