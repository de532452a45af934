import { appUrl } from '#config/app'
import Message from '#messages/models/message'
import { aConversation } from '#tests/functional/conversations/scene'
import { withBackground } from '#tests/browser/background'
import { aUser } from '#tests/scene'
import { eventually } from '#tests/eventually'
import { test, timeTravel } from '@japa/runner'
import type { Browser } from 'playwright'

/** Friday, 10:00 in São Paulo. */
const FRIDAY = new Date('2026-11-20T13:00:00.000Z')

async function signedIn(browser: Browser, email: string, path: string) {
  const page = await (await browser.newContext({ baseURL: appUrl })).newPage()
  await page.goto('/session')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Senha').fill('segredo-de-teste')
  await page.getByRole('button', { name: 'Entrar' }).click()
  await page.getByRole('heading', { name: 'Conversas' }).waitFor()
  await page.goto(path)
  return page
}

const replies = () => Message.query().where('kind', 'reply').orderBy('id')

test.group('Two who answer', (group) => {
  group.each.setup(withBackground)

  test('in two browsers see each other write, and who is late is asked first', async ({
    assert,
    browser,
    cleanup,
  }) => {
    timeTravel(FRIDAY)
    const { path } = await aConversation()
    const rita = await aUser('agent')
    const bruno = await aUser('agent', {
      fullName: 'Bruno Fictício',
      email: 'bruno@demo.convoca.test',
    })
    const ritas = await signedIn(browser, rita.email, path)
    const brunos = await signedIn(browser, bruno.email, path)
    // An open page keeps the server from ending.
    cleanup(() => ritas.context().close())
    cleanup(() => brunos.context().close())
    await ritas.getByText('Bruno também está nesta conversa').waitFor()
    await brunos.getByText('Rita também está nesta conversa').waitFor()

    const field = { name: /^Escrever para Ana/ }
    await ritas.getByRole('textbox', field).pressSequentially('Não pode')
    await brunos.getByText('Rita está escrevendo…').waitFor()
    await brunos.getByRole('textbox', field).fill('Pode sim!')
    await ritas.getByText('Bruno está escrevendo…').waitFor()
    await brunos.getByRole('button', { name: 'Enviar', exact: true }).click()
    await ritas.locator('.thread-item').getByText('Pode sim!').waitFor()

    await ritas.getByRole('button', { name: 'Enviar', exact: true }).click()
    await ritas
      .getByText(/Bruno respondeu há \d+ s\. Enviar mesmo assim\?/)
      .first()
      .waitFor()
    assert.lengthOf(await replies(), 1)
    assert.equal(await ritas.getByRole('textbox', field).inputValue(), 'Não pode')
    await ritas.getByRole('button', { name: 'Enviar mesmo assim' }).click()
    await eventually(async () => (await replies()).length === 2)
    await ritas.locator('summary').filter({ hasText: 'Nota interna' }).click()
    await ritas.getByLabel('Nota para a equipe').pressSequentially('Veja, @bru')
    await ritas.locator('#mention-list').getByText('Bruno Fictício').waitFor()
    await ritas.keyboard.press('Enter')
    await ritas.getByRole('button', { name: 'Guardar nota' }).click()
    await brunos.locator('.thread-note').getByText('Veja, @Bruno Fictício').waitFor()

    await brunos.context().close()
    await ritas.getByText('Bruno também está nesta conversa').waitFor({ state: 'detached' })
  })
})
