import { appUrl } from '#config/app'
import { memberPage } from '#start/kernel'
import { refresh } from '#core/live'
import { aCloudApiSender } from '#tests/functional/senders/scene'
import { anInterview, aUser } from '#tests/scene'
import User from '#users/models/user'
import limiter from '@adonisjs/limiter/services/main'
import router from '@adonisjs/core/services/router'
import testUtils from '@adonisjs/core/services/test_utils'
import { AxeBuilder } from '@axe-core/playwright'
import { test } from '@japa/runner'
import type { Page } from 'playwright'

const PAGES = [
  '/',
  '/queue',
  '/messages/unconfirmed',
  '/interviews',
  '/interviews/calendar',
  '/interviews/new',
  '/interviews/:interview',
  '/interviews/:interview/edit',
  '/contacts',
  '/contacts/new',
  '/contacts/:contact',
  '/contacts/:contact/edit',
  '/settings',
  '/settings/company',
  '/settings/moves',
  '/settings/templates',
  '/settings/templates/interview_scheduled',
  '/settings/numbers',
  '/settings/numbers/new',
  '/settings/numbers/new?provider=twilio',
  '/settings/numbers/new?provider=cloud_api',
  '/settings/numbers/new?provider=chat_app',
  '/settings/numbers/:number',
  '/settings/replies',
  '/settings/quick_replies',
  '/settings/teams',
  '/settings/webhook_calls',
  '/conversations',
  '/settings/job_openings',
  '/settings/people',
  '/settings/people/create',
  '/settings/tokens',
  '/account',
  '/simulator',
  '/api/docs',
  '/nowhere',
]

const LIVE_PAGE = `
@layouts.app({ title: 'Ao vivo', channels: ['messages'] })
  <p>Agora: {{ auth.user.fullName }}</p>
  @form({ action: '/test/live', id: 'name' })
    @!field({ name: 'name', label: 'Nome' })
  @end
@end`

router.get('/test/live', ({ view }) => view.renderRaw(LIVE_PAGE)).use(memberPage())
router
  .get('/test/act', ({ response, session }) => {
    session.flash('success', 'Ana será avisada agora.')
    return response.redirect('/test/live')
  })
  .use(memberPage())

/** What the browser complains about: scripts that fail, and whatever the content security policy stops. */
function complaintsOf(page: Page) {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text())
  })
  return complaints
}

/** Turbo says on `html` that the page is busy; axe does not know that it may. */
const WHILE_REFRESHING = 'aria-allowed-attr: html'

const seriousIssues = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return serious
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`)
    .filter((issue) => issue !== WHILE_REFRESHING)
}

const isWithinTheScreen = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')

test.group('The look', (group) => {
  group.each.setup(() => testUtils.db().truncate())
  group.each.setup(() => limiter.clear())

  test('pages are accessible, fit the screen and obey the policy ({name})')
    .with([
      { name: 'laptop', width: 1366, height: 768, colorScheme: 'light' as const },
      { name: 'telephone', width: 360, height: 740, colorScheme: 'light' as const },
      { name: 'tablet in the dark', width: 800, height: 900, colorScheme: 'dark' as const },
    ])
    .run(async ({ assert, browserContext }, { width, height, colorScheme }) => {
      await browserContext.loginAs(await aUser('admin'))
      const page = await browserContext.newPage()
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const complaints = complaintsOf(page)
      const { id, candidateId } = await anInterview({ description: 'Traga um documento.' })
      const number = await aCloudApiSender()
      for (const template of PAGES) {
        const path = template
          .replace(':interview', `${id}`)
          .replace(':contact', `${candidateId}`)
          .replace(':number', `${number.id}`)
        await page.goto(path)
        await page.locator('html:not([aria-busy])').waitFor()
        assert.deepEqual(await seriousIssues(page), [], path)
        assert.isTrue(await isWithinTheScreen(page), path)
      }
      assert.deepEqual(complaints, [])
    })

  test('one signs in, is told what is wrong, and finds the e-mail still there', async ({
    assert,
    visit,
  }) => {
    const user = await aUser('admin')
    const page = await visit('/session')
    const complaints = complaintsOf(page)
    await page.getByLabel('E-mail').fill(user.email)
    await page.getByLabel('Senha').fill('errada')
    await page.getByRole('button', { name: 'Entrar' }).click()
    await page.getByText('E-mail ou senha não conferem').waitFor()
    await page.assertInputValue('[name=email]', user.email)
    assert.deepEqual(complaints, [])

    await page.getByLabel('Senha').fill('segredo-de-teste')
    await page.getByRole('button', { name: 'Entrar' }).click()
    await page.getByRole('heading', { name: 'Hoje', exact: true }).waitFor()
  })

  test('a page shows by itself what changed, and keeps what is in use', async ({
    browserContext,
  }) => {
    const admin = await aUser('admin')
    await browserContext.loginAs(admin)
    const page = await browserContext.newPage()
    const subscribed = page.waitForResponse('**/__transmit/subscribe')
    await page.goto('/test/act')
    await page.getByLabel('Nome').fill('meio digit')
    await subscribed

    await admin.merge({ fullName: 'Rita Mudada' }).save()
    refresh(['messages'])
    await page.getByText('Agora: Rita Mudada').waitFor()
    await page.assertInputValue('[name=name]', 'meio digit')
    await page.assertVisible('.toast')
  })

  test('without the question answered nothing is sent', async ({
    assert,
    browserContext,
    visit,
  }) => {
    const admin = await aUser('admin')
    await User.accessTokens.create(admin, ['*'], { name: 'ERP' })
    await browserContext.loginAs(admin)
    const page = await visit('/settings/tokens')
    await page.getByRole('button', { name: 'Revogar ERP' }).click()
    const question = page.getByRole('dialog', { name: 'Revogar “ERP”?' })
    assert.deepEqual(await seriousIssues(page), [])
    await question.getByRole('button', { name: 'Voltar' }).click()
    assert.lengthOf(await User.accessTokens.all(admin), 1)

    await page.getByRole('button', { name: 'Revogar ERP' }).click()
    await question.getByRole('button', { name: 'Revogar' }).click()
    await page.getByText('O token foi revogado').first().waitFor()
    assert.lengthOf(await User.accessTokens.all(admin), 0)
  })

  test('a double click creates one', async ({ assert, browserContext, visit }) => {
    const admin = await aUser('admin')
    await browserContext.loginAs(admin)
    const page = await visit('/settings/tokens')
    await page.getByLabel('Nome do token').fill('ERP')
    await page.getByRole('button', { name: 'Criar token' }).dblclick()
    await page.getByLabel('Token “ERP”').waitFor()
    assert.lengthOf(await User.accessTokens.all(admin), 1)
  })

  test('the chosen theme is there again on the next page', async ({
    assert,
    browserContext,
    visit,
  }) => {
    await browserContext.loginAs(await aUser('admin'))
    const page = await visit('/settings')
    await page.locator('summary').click()
    await page.getByLabel('Escura').check()
    await page.goto('/account')
    assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark')
  })

  test('everything works without JavaScript', async ({ browser }) => {
    const user = await aUser('admin')
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: appUrl })
    const page = await context.newPage()
    await page.goto('/settings/tokens')
    await page.getByLabel('E-mail').fill(user.email)
    await page.getByLabel('Senha').fill('segredo-de-teste')
    await page.getByRole('button', { name: 'Entrar' }).click()
    await page.getByLabel('Nome do token').fill('ERP')
    await page.getByRole('button', { name: 'Criar token' }).click()
    await page.getByLabel('Token “ERP”').waitFor()
    await context.close()
  })
})
