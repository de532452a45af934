import { appUrl } from '#config/app'
import { Simulator } from '#simulator/simulator'
import { AxeBuilder } from '@axe-core/playwright'
import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import type { Page } from 'playwright'

const ANA = '+5511900000001'
const PATH = `/simulator/phones/${ANA.slice(1)}`

const BUTTONS = ['Confirmar', 'Remarcar', 'Cancelar'].map((title) => ({ id: title, title }))
const ROWS = [
  { id: 'a', title: 'Entrevista técnica', description: 'terça-feira, 1º de dezembro, às 14:00' },
  { id: 'b', title: 'Conversa com o gestor' },
]

/** What the company can send, on one phone. */
async function fullPhone() {
  const simulator = await app.container.make(Simulator)
  await simulator.reset()
  simulator.change({ delays: { sent_ms: 60_000, delivered_ms: 60_001, read_ms: 60_002 } })
  const brings = (body: string, content: object) =>
    simulator.accept(
      {
        phone: ANA,
        to: `whatsapp:${ANA}`,
        from: 'whatsapp:+14155238886',
        body,
        mediaUrls: [],
        statusCallback: null,
        content,
      },
      'twilio'
    )
  await brings('', { location: { latitude: -23.5, longitude: -46.6, name: 'Portaria' } })
  await brings('', { contacts: [{ name: 'Bruno Exemplo', phones: ['+5511900000002'] }] })
  await brings('Sobre qual entrevista?', { list: { button: 'Escolher', rows: ROWS } })
  await brings('*Entrevista agendada*', { buttons: BUTTONS })
  return simulator
}

const seriousIssues = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`)
    .filter((issue) => issue !== 'aria-allowed-attr: html')
}

test.group('A simulated phone', (group) => {
  group.each.setup(() => testUtils.db().truncate())

  test('everything on it is accessible and fits ({name})')
    .with([
      { name: 'laptop', width: 1366, colorScheme: 'light' as const },
      { name: 'telephone in the dark', width: 340, colorScheme: 'dark' as const },
    ])
    .run(async ({ assert, browserContext }, { width, colorScheme }) => {
      await fullPhone()
      const page = await browserContext.newPage()
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.goto(PATH)
      await page.getByLabel('Anexar').click()
      for (const name of ['Foto', 'Documento', 'Áudio', 'Localização', 'Contato']) {
        await page.getByRole('button', { name, exact: true }).click()
        await page.locator('.clip:not([open])').waitFor()
        await page.getByLabel('Anexar').click()
      }
      await page.getByText('Ajustes deste celular').click()
      await page.locator('.choice-list > summary').click()
      await page.locator('.reaction > summary').last().click()
      assert.deepEqual(await seriousIssues(page), [])
      assert.isTrue(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'))
    })

  test('without JavaScript it can be tapped all the same', async ({ assert, browser }) => {
    const simulator = await fullPhone()
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: appUrl })
    const page = await context.newPage()
    await page.goto(PATH)
    await page.getByRole('button', { name: 'Remarcar' }).click()
    await page.locator('.bubble[data-side=out]').getByText('Remarcar').waitFor()
    await page.locator('.choice-list > summary').click()
    await page.getByRole('button', { name: 'Conversa com o gestor' }).click()
    await page.locator('.bubble[data-side=out]').getByText('Conversa com o gestor').waitFor()
    await page.getByLabel('Anexar').click()
    const file = { name: 'exame.txt', mimeType: 'text/plain', buffer: Buffer.from('ok') }
    await page.getByLabel('Um arquivo seu').setInputFiles(file)
    await page.getByRole('button', { name: 'Enviar arquivo' }).click()
    await page.locator('.bubble[data-side=out]').getByText('exame.txt').waitFor()
    const sent = simulator.messages.ofPhone(ANA).filter(({ direction }) => direction === 'inbound')
    assert.deepEqual(
      sent.map(({ content }) => content.chosen?.kind ?? content.media?.[0].kind),
      ['button', 'row', 'document']
    )
    await context.close()
  })
})
