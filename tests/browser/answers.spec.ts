import Interview from '#interviews/models/interview'
import CompanySettings from '#settings/models/company_settings'
import Message from '#messages/models/message'
import { accepted, aCandidate, anInterview, aUser, simulator } from '#tests/scene'
import { withBackground } from '#tests/browser/background'
import { eventually } from '#tests/eventually'
import { test, timeTravel } from '@japa/runner'
import type { Browser, BrowserContext, Page } from 'playwright'

/** Friday, 10:00 in São Paulo. */
const FRIDAY = new Date('2026-11-20T13:00:00.000Z')

const ANA = '+5511900000001'
const SMALL_PHONE = { width: 320, height: 640 }

async function signIn(page: Page) {
  await page.goto('/session')
  await page.getByLabel('E-mail').fill('recruiter@demo.convoca.test')
  await page.getByLabel('Senha').fill('segredo-de-teste')
  await page.getByRole('button', { name: 'Entrar' }).click()
  await page.getByRole('heading', { name: 'Hoje', exact: true }).waitFor()
}

/** The recruiter looks at an interview the candidate has been told of; her phone lies beside. */
async function watched(context: BrowserContext, { hasWritten = false } = {}) {
  timeTravel(FRIDAY)
  await aUser('recruiter')
  const { id } = await aCandidate()
  if (hasWritten) await writesFirst(id)
  const interview = await anInterview({ candidateId: id })
  await eventually(async () => (await accepted()).length === 1)
  const page = await context.newPage()
  await signIn(page)
  await page.goto(`/interviews/${interview.id}`)
  const phone = await context.newPage()
  await phone.goto(`/simulator/phones/${ANA}`)
  return { interview, page, phone }
}

/** The window of the conversation is open from now on. */
async function writesFirst(contactId: number) {
  await simulator('POST', `phones/${ANA}/replies`, { text: 'Bom dia!' })
  await eventually(async () => (await Message.findBy({ contactId })) !== null)
}

async function write(phone: Page, text: string) {
  await phone.getByPlaceholder('Mensagem').fill(text)
  await phone.getByRole('button', { name: 'Enviar' }).click()
}

async function withoutScript(browser: Browser, url: string) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: SMALL_PHONE })
  const page = await context.newPage()
  await page.goto(url)
  return page
}

test.group('Answers', (group) => {
  group.each.setup(withBackground)
  group.each.setup(async () => {
    const settings = await CompanySettings.current()
    const windows = [2, 3].map((weekday) => ({ weekday, from: '09:00', to: '12:00' }))
    await settings.merge({ moveWindows: windows }).save()
  })

  test('the candidate answers a message on her phone, and the recruiter’s page changes by itself', async ({
    browserContext,
  }) => {
    const { page, phone } = await watched(browserContext)
    await page.getByRole('button', { name: 'Confirmar presença' }).waitFor()
    await phone.getByRole('link', { name: 'Responder a esta mensagem' }).click()
    await phone.locator('.composer-quote').getByText('Entrevista agendada').waitFor()
    await write(phone, '1')
    await phone.locator('.bubble-quote').getByText('Entrevista agendada').waitFor()

    await page.locator('.page-lead, h1 + *').getByText('Confirmada').first().waitFor()
    await page.getByText('pela própria pessoa, no WhatsApp').waitFor()
    await phone.getByText('Presença confirmada').waitFor()
  })

  test('she taps a button under it, and the recruiter’s page changes by itself', async ({
    assert,
    browserContext,
  }) => {
    const { interview, page, phone } = await watched(browserContext, { hasWritten: true })
    await page.getByRole('button', { name: 'Confirmar presença' }).waitFor()
    await phone.getByRole('button', { name: 'Remarcar' }).waitFor()
    await phone.getByRole('button', { name: 'Confirmar', exact: true }).click()

    await page.locator('.page-lead, h1 + *').getByText('Confirmada').first().waitFor()
    await page.getByText('pela própria pessoa, no WhatsApp').waitFor()
    await phone.getByText('Presença confirmada').waitFor()
    const [old] = await phone.getByRole('button', { name: 'Confirmar', exact: true }).all()

    const moved = await Interview.findOrFail(interview.id)
    await moved.edit({ startsAt: moved.startsAt.plus({ days: 1 }) }, { by: null })
    await phone.getByText('Entrevista remarcada').waitFor()
    await old.click()
    await phone.getByText('Sua resposta era sobre uma mensagem antiga').waitFor()
    await moved.refresh()
    assert.equal(moved.status, 'scheduled')
  })

  test('she chooses another date on a small phone without JavaScript', async ({
    assert,
    browserContext,
    browser,
  }) => {
    const { interview, page, phone } = await watched(browserContext)
    await write(phone, 'Pode ser outro dia?')
    const link = phone.getByRole('link', { name: /\/r\// })
    const url = (await link.getAttribute('href'))!
    await page.locator('#asked').getByText('Ana pediu outra data').waitFor()

    const choice = await withoutScript(browser, url)
    await choice.getByRole('group', { name: 'terça-feira, 24 de novembro de 2026' }).waitFor()
    await choice.getByRole('button', { name: 'Quero este horário' }).click()
    await choice.getByText('Escolha um horário da lista').waitFor()
    const width = await choice.evaluate('document.documentElement.scrollWidth')
    assert.isAtMost(width as number, SMALL_PHONE.width)
    const wednesday = choice.getByRole('group', { name: 'quarta-feira, 25 de novembro de 2026' })
    await wednesday.getByRole('radio', { name: '10:00' }).check()
    await choice.getByRole('button', { name: 'Quero este horário' }).click()
    await choice.getByText('sua entrevista mudou de data').waitFor()
    await choice.getByText('quarta-feira, 25 de novembro de 2026, às 10:00').waitFor()
    await choice.context().close()

    await page.getByText('pela própria pessoa, no link que recebeu').waitFor()
    await phone.getByText('Entrevista remarcada').waitFor()
    const moved = await Interview.findOrFail(interview.id)
    assert.equal(moved.startsAt.toISO(), '2026-11-25T13:00:00.000Z')
    await page.locator('#asked').waitFor({ state: 'detached' })
  })

  test('she cancels; it asks first, and the recruiter finds it on Hoje', async ({
    browserContext,
  }) => {
    const { page, phone } = await watched(browserContext)
    await page.goto('/')
    await write(phone, '3')
    await phone.getByText('Quer mesmo cancelar').waitFor()
    await write(phone, 'sim')
    await phone.getByText('a entrevista foi cancelada').waitFor()
    await page.locator('#answered').getByText('cancelou a entrevista').waitFor()
    await page.getByRole('button', { name: 'Já vi a resposta de Ana Exemplo' }).click()
    await page.locator('#answered').waitFor({ state: 'detached' })
  })
})
