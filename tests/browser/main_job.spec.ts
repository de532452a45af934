import Interview from '#interviews/models/interview'
import { ReminderNotifier } from '#notifications/reminder_notifier'
import { accepted, aUser } from '#tests/scene'
import { withBackground } from '#tests/browser/background'
import { eventually } from '#tests/eventually'
import { test, timeTravel } from '@japa/runner'
import type { BrowserContext, Page } from 'playwright'

/** Friday, 10:00 in São Paulo; no quiet hours. */
const FRIDAY = new Date('2026-11-20T13:00:00.000Z')

const ANA = '+5511900000001'

async function signIn(page: Page) {
  await page.goto('/session')
  await page.getByLabel('E-mail').fill('recruiter@demo.convoca.test')
  await page.getByLabel('Senha').fill('segredo-de-teste')
  await page.getByRole('button', { name: 'Entrar' }).click()
  await page.getByRole('heading', { name: 'Hoje', exact: true }).waitFor()
}

async function book(page: Page, { date, time }: { date: string; time: string }) {
  await page.goto('/interviews')
  await page.getByRole('link', { name: 'Agendar entrevista' }).first().click()
  await page.getByLabel('Nome').fill('Ana Exemplo')
  await page.getByRole('textbox', { name: 'WhatsApp' }).fill('(11) 90000-0001')
  await page.getByLabel('Título').fill('Entrevista técnica')
  await page.getByLabel('Data').fill(date)
  await page.getByLabel('Horário', { exact: true }).fill(time)
  await page.getByLabel('Local').fill('Rua do Exemplo, 100')
  await page.getByRole('button', { name: 'Agendar e avisar' }).click()
  await page.getByRole('heading', { name: 'Entrevista técnica' }).waitFor()
}

/** The candidate's phone, looked at in a window of its own. */
async function phoneOf(context: BrowserContext) {
  const phone = await context.newPage()
  await phone.goto(`/simulator/phones/${ANA}`)
  return phone
}

const textsOnPhone = async () => (await accepted()).map(({ body }) => body)

test.group('The main job', (group) => {
  group.each.setup(withBackground)

  test('a recruiter books, moves and cancels; the candidate’s phone tells each once', async ({
    assert,
    browserContext,
  }) => {
    timeTravel(FRIDAY)
    await aUser('recruiter')
    const page = await browserContext.newPage()
    await signIn(page)

    await book(page, { date: '2026-12-01', time: '14:00' })
    await page.getByText('Vamos avisar Ana agora').first().waitFor()
    const phone = await phoneOf(browserContext)
    await phone.getByText('terça-feira, 1º de dezembro de 2026').waitFor({ timeout: 5000 })
    // The page of the interview is never reloaded: ticks come to it by themselves.
    await page.locator('#whatsapp').getByText('Lida').waitFor()

    await page.getByRole('link', { name: 'Remarcar ou editar' }).click()
    await page.getByLabel('Horário', { exact: true }).fill('16:30')
    await page.getByRole('button', { name: 'Salvar e avisar' }).click()
    await phone.getByText('16:30').first().waitFor()

    await page.getByRole('button', { name: 'Cancelar', exact: true }).click()
    await page.getByLabel('Motivo').fill('Perfil abaixo do esperado')
    await page.getByRole('button', { name: 'Cancelar e avisar' }).click()
    await page.getByText('Cancelada').first().waitFor()
    await phone.getByText('cancelada').first().waitFor()

    const texts = await textsOnPhone()
    assert.lengthOf(texts, 3)
    const [booked, moved, cancelled] = texts
    assert.include(booked, '🎯')
    assert.include(booked, '14:00')
    assert.include(booked, 'Rua do Exemplo, 100')
    assert.include(moved, '🔄')
    assert.include(moved, '16:30')
    assert.include(moved, '14:00')
    assert.include(cancelled, '❌')
    assert.notInclude(cancelled, 'Perfil abaixo')

    const interview = await Interview.firstOrFail()
    assert.equal(interview.status, 'cancelled')
    assert.match(interview.whatsappMessageSid!, /^SM[0-9a-f]{32}$/)
  })

  test('a day before, one reminder arrives', async ({ assert, browserContext }) => {
    timeTravel(FRIDAY)
    await aUser('recruiter')
    const page = await browserContext.newPage()
    await signIn(page)
    await book(page, { date: '2026-11-21', time: '11:00' })
    await page.locator('#whatsapp').getByText('Lida').waitFor()

    timeTravel(new Date('2026-11-20T13:59:00.000Z'))
    assert.equal(await ReminderNotifier.sendDue(), 0)
    timeTravel(new Date('2026-11-20T14:00:05.000Z'))
    await ReminderNotifier.sendDue()
    await ReminderNotifier.sendDue()

    const phone = await phoneOf(browserContext)
    await phone.getByText('amanhã').first().waitFor()
    await eventually(async () => (await Interview.firstOrFail()).reminderSentAt)
    const texts = await textsOnPhone()
    assert.lengthOf(texts, 2)
    assert.include(texts[1], '⏰')
  })

  test('what the candidate answers is on her page', async ({ browserContext }) => {
    timeTravel(FRIDAY)
    await aUser('recruiter')
    const page = await browserContext.newPage()
    await signIn(page)
    await book(page, { date: '2026-12-01', time: '14:00' })
    await page.locator('#whatsapp').getByText('Lida').waitFor()

    const phone = await phoneOf(browserContext)
    await phone.getByPlaceholder('Mensagem').fill('Estarei lá, obrigada! 🙂')
    await phone.getByRole('button', { name: 'Enviar' }).click()

    await page.getByRole('link', { name: 'Ana Exemplo' }).first().click()
    await page.getByText('Estarei lá, obrigada! 🙂').waitFor()
  })
})
