import CompanySettings from '#settings/models/company_settings'
import { allow, pageOf } from '#tests/functional/answers/link_scene'
import { aToldInterview, eventsOf, says } from '#tests/functional/answers/scene'
import Answer from '#answers/models/answer'
import { anInterview, aUser, cleanScene, TUESDAY } from '#tests/scene'
import { test } from '@japa/runner'

test.group('What the team sees of answers', (group) => {
  group.each.setup(cleanScene)

  test('who asked for another date is on Hoje until somebody has seen it', async ({
    assert,
    client,
  }) => {
    const by = await aUser()
    const interview = await aToldInterview()
    await says('2')
    const today = await client.get('/').loginAs(by)
    today.assertTextIncludes('Responderam')
    today.assertTextIncludes('pediu outra data')
    assert.notInclude(today.text(), 'Esperam resposta')
    const page = await client.get(`/interviews/${interview.id}`).loginAs(by)
    page.assertTextIncludes('A pessoa pediu outra data')
    page.assertTextIncludes('pela própria pessoa, no WhatsApp')

    const { id } = await Answer.firstOrFail()
    await client.post(`/answers/${id}/sight`).loginAs(by).withCsrfToken()
    const later = await client.get('/').loginAs(by)
    assert.notInclude(later.text(), 'Responderam')
    assert.equal((await Answer.firstOrFail()).seenById, by.id)
  })

  test('their wish stands for the request before it, in their words', async ({
    assert,
    client,
  }) => {
    const by = await aUser()
    const interview = await aToldInterview()
    await says('2')
    await client
      .post(`${pageOf(interview)}/wishes`)
      .form({ text: 'Depois das 18h' })
      .withCsrfToken()
    const text = (await client.get('/').loginAs(by)).text()
    assert.lengthOf(text.match(/pediu outra data/g)!, 1)
    assert.include(text, '“Depois das 18h”')
    const page = await client.get(`/interviews/${interview.id}`).loginAs(by)
    page.assertTextIncludes('“Depois das 18h”')
  })

  test('moved by whoever, the request is settled', async ({ assert, client }) => {
    const by = await aUser()
    const interview = await aToldInterview()
    await says('2')
    await interview.refresh()
    await interview.edit({ startsAt: TUESDAY.plus({ days: 1 }) }, { by })
    assert.notInclude((await client.get('/').loginAs(by)).text(), 'Responderam')
  })

  test('a cancellation is news; a confirmation only shows where the interview does', async ({
    assert,
    client,
  }) => {
    const by = await aUser()
    await aToldInterview()
    await says('1')
    assert.notInclude((await client.get('/').loginAs(by)).text(), 'Responderam')
    for (const text of ['3', 'sim']) await says(text)
    const today = await client.get('/').loginAs(by)
    today.assertTextIncludes('cancelou a entrevista')
  })

  test('what nobody understood is on Hoje, after an answer that was', async ({ client }) => {
    const by = await aUser()
    await aToldInterview()
    for (const text of ['1', 'Posso levar meu portfólio?', 'obrigada']) await says(text)
    const today = await client.get('/').loginAs(by)
    today.assertTextIncludes('Esperam resposta')
  })

  test('an agent cannot say it was seen, nor who may move what', async ({ assert, client }) => {
    const by = await aUser('agent')
    const interview = await aToldInterview()
    await says('2')
    const { id } = await Answer.firstOrFail()
    for (const path of [`/answers/${id}/sight`, `/interviews/${interview.id}/move_permission`]) {
      await client.post(path).loginAs(by).withCsrfToken().redirects(0)
    }
    await client.delete(`/interviews/${interview.id}/move_permission`).loginAs(by).withCsrfToken()
    await interview.refresh()
    assert.isTrue(interview.candidateMayMove)
    assert.isNull((await Answer.firstOrFail()).seenAt)
  })

  test('a recruiter forbids moving one interview, and allows it again', async ({
    assert,
    client,
  }) => {
    const by = await aUser()
    const interview = await anInterview()
    const path = `/interviews/${interview.id}/move_permission`
    const page = await client.delete(path).loginAs(by).withCsrfToken()
    page.assertTextIncludes('Deixar remarcar')
    await interview.refresh()
    assert.isFalse(interview.candidateMayMove)
    assert.equal(interview.revision, 1)
    await client.post(path).loginAs(by).withCsrfToken()
    await interview.refresh()
    assert.isTrue(interview.candidateMayMove)
    assert.deepEqual(await eventsOf(interview), ['booked', 'details_changed', 'details_changed'])
  })
})

test.group('When candidates may move', (group) => {
  group.each.setup(cleanScene)

  /** As the form of the page sends it. */
  const fields = (windows: object[], more = {}) => ({
    ...Object.fromEntries(
      windows.flatMap((window, n) =>
        Object.entries(window).map(([name, value]) => [`windows[${n}][${name}]`, value])
      )
    ),
    move_lead_hours: 12,
    move_horizon_days: 10,
    ...more,
  })
  const morning = { weekday: 3, from: '09:00', to: '12:00' }

  test('nobody, until an admin says so', async ({ assert, client }) => {
    const admin = await aUser('admin')
    const interview = await anInterview()
    assert.notInclude((await client.get(pageOf(interview))).text(), 'starts_at')
    const empty = { weekday: 1, from: '', to: '' }
    await client
      .put('/settings/moves')
      .form(fields([empty, morning]))
      .loginAs(admin)
      .withCsrfToken()
    const settings = await CompanySettings.current()
    assert.deepEqual(settings.moveWindows, [morning])
    assert.include((await client.get(pageOf(interview))).text(), 'starts_at')
    const page = await client.get('/settings/moves').loginAs(admin)
    page.assertTextIncludes('value="09:00"')
  })

  test('the form names mornings and afternoons, and shows an afternoon alone as one', async ({
    assert,
    client,
  }) => {
    const admin = await aUser('admin')
    const afternoon = { weekday: 1, from: '14:00', to: '17:00' }
    await client
      .put('/settings/moves')
      .form(fields([afternoon]))
      .loginAs(admin)
      .withCsrfToken()
    const text = (await client.get('/settings/moves').loginAs(admin)).text()
    for (const head of ['Manhã, das', 'Tarde, das', 'até']) assert.include(text, `>${head}</span>`)
    assert.match(
      text,
      /name="windows\[1\]\[from\]"[^>]*value="14:00"|value="14:00"[^>]*name="windows\[1\]\[from\]"/
    )
  })

  test('hours that make no sense are refused')
    .with([
      fields([{ ...morning, to: '08:00' }]),
      fields([{ ...morning, to: '' }]),
      fields([{ ...morning, from: '25:00' }]),
      fields([{ ...morning, weekday: 8 }]),
      fields([morning], { move_horizon_days: 1000 }),
      fields([morning], { move_lead_hours: -1 }),
    ])
    .run(async ({ assert, client }, form) => {
      const admin = await aUser('admin')
      await client.put('/settings/moves').form(form).loginAs(admin).withCsrfToken()
      assert.isEmpty((await CompanySettings.current()).moveWindows)
    })

  test('a recruiter does not decide it', async ({ assert, client }) => {
    const by = await aUser('recruiter')
    await client
      .put('/settings/moves')
      .form(fields([morning]))
      .loginAs(by)
      .withCsrfToken()
    assert.isEmpty((await CompanySettings.current()).moveWindows)
    await allow()
    const page = await client.get('/settings/moves').loginAs(by)
    page.assertStatus(403)
  })
})
