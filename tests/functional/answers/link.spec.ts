import { openToken, tokenFor } from '#answers/link'
import Answer from '#answers/models/answer'
import { moveInterview } from '#answers/move_interview'
import type Interview from '#interviews/models/interview'
import {
  accepted,
  aCandidate,
  anInterview,
  at,
  aUser,
  cleanScene,
  dispatch,
  NOW,
  stopClockAt,
  TUESDAY,
} from '#tests/scene'
import { aToldInterview, eventsOf, lastRang, says } from '#tests/functional/answers/scene'
import { allow, pageOf, WEDNESDAY_NINE, WEDNESDAY_TEN } from '#tests/functional/answers/link_scene'
import encryption from '@adonisjs/core/services/encryption'
import { test } from '@japa/runner'

test.group('The link a candidate gets', (group) => {
  group.each.setup(cleanScene)

  test('opens for a week, and never after the interview began', async ({ assert }) => {
    const interview = await anInterview()
    const soon = await anInterview({
      candidateId: interview.candidateId,
      startsAt: NOW.plus({ hours: 2 }),
    })
    const [far, near] = [tokenFor(interview), tokenFor(soon)]
    assert.deepEqual(openToken(far), { interviewId: interview.id, revision: 1 })
    stopClockAt(NOW.plus({ hours: 2, seconds: 1 }))
    assert.isNull(openToken(near))
    assert.isNotNull(openToken(far))
    stopClockAt(NOW.plus({ days: 7, seconds: 1 }))
    assert.isNull(openToken(far))
  })

  test('cannot be made by anybody else', async ({ assert, client }) => {
    const interview = await anInterview()
    const token = tokenFor(interview)
    const [body, signature] = token.split('.')
    const other = encryption.getMessageVerifier().sign([interview.id, 1], '1 day', 'something_else')
    const without = encryption.getMessageVerifier().sign([interview.id, 1])
    const forged = [other, without, `${body}.`, `${body}.${signature.slice(1)}`, `x${token}`]
    for (const one of [...forged, 'x', `${'a'.repeat(400)}`, '__proto__']) {
      assert.isNull(openToken(one), one)
      const response = await client.get(`/r/${encodeURIComponent(one)}`)
      assert.equal(response.status(), 404, one)
    }
  })

  test('shows their interview, names nobody and is not for search engines', async ({
    assert,
    client,
  }) => {
    const rita = await aUser()
    const interview = await anInterview({ interviewerIds: [rita.id], internalNotes: 'Segredo' })
    const response = await client.get(pageOf(interview))
    response.assertStatus(200)
    response.assertTextIncludes('1º de dezembro de 2026, às 14:00')
    response.assertTextIncludes('Rua do Exemplo, 100')
    for (const secret of ['Rita', 'Segredo', '90000', 'Ana Exemplo']) {
      assert.notInclude(response.text(), secret)
    }
    assert.equal(response.header('x-robots-tag'), 'noindex, nofollow')
    assert.equal(response.header('referrer-policy'), 'no-referrer')
    assert.equal(response.header('cache-control'), 'no-store')
  })

  test('speaks their language', async ({ client }) => {
    const { id } = await aCandidate({ locale: 'es' })
    const response = await client.get(pageOf(await anInterview({ candidateId: id })))
    response.assertTextIncludes('<html lang="es"')
    response.assertTextIncludes('Pedir otra fecha')
  })

  test('brings a file for their calendar', async ({ assert, client }) => {
    const interview = await anInterview({
      title: 'Técnica; fase 2, final',
      description: 'Linha 1\nLinha 2',
    })
    const response = await client.get(`${pageOf(interview)}/entrevista.ics`)
    assert.equal(response.header('content-type'), 'text/calendar; charset=utf-8')
    const text = response.text()
    for (const line of [
      `UID:interview-${interview.id}@localhost`,
      'SEQUENCE:1',
      'DTSTART:20261201T170000Z',
      'DTEND:20261201T180000Z',
      'SUMMARY:Técnica\\; fase 2\\, final | Empresa Demonstração',
      'LOCATION:Rua do Exemplo\\, 100',
      'DESCRIPTION:Linha 1\\nLinha 2',
      'STATUS:CONFIRMED',
    ])
      assert.include(text, `${line}\r\n`)
  })

  test('is worth nothing once the person is anonymised', async ({ client }) => {
    const ana = await aCandidate()
    const page = pageOf(await anInterview({ candidateId: ana.id }))
    await ana.anonymise()
    for (const path of [page, `${page}/entrevista.ics`]) (await client.get(path)).assertStatus(404)
  })

  test('one cannot ask for ever', async ({ assert, client }) => {
    const statuses = []
    for (let n = 0; n < 62; n++) statuses.push((await client.get('/r/guess')).status())
    assert.deepEqual([statuses[0], statuses[61]], [404, 429])
  }).disableTimeout()
})

test.group('Choosing another date', (group) => {
  group.each.setup(cleanScene)

  const choose = (client: any, interview: Interview, startsAt: string) =>
    client
      .post(`${pageOf(interview)}/moves`)
      .form({ starts_at: startsAt })
      .withCsrfToken()

  test('moves the interview, and the usual notice tells the new date', async ({
    assert,
    client,
  }) => {
    await allow()
    const interview = await aToldInterview()
    await says('2')
    const [, link] = /http:\/\/[^/]+(\/r\/\S+)/.exec(await lastRang())!
    const page = await client.get(link)
    page.assertTextIncludes('quarta-feira, 25 de novembro de 2026')
    page.assertTextIncludes(WEDNESDAY_TEN)

    const answer = await client
      .post(`${link}/moves`)
      .form({ starts_at: WEDNESDAY_TEN })
      .withCsrfToken()
      .redirects(0)
    answer.assertFlashMessage('answered', 'moved')
    const after = await client
      .get(link)
      .header('accept', 'text/html')
      .withFlashMessages({ answered: 'moved' })
    after.assertTextIncludes('sua entrevista mudou de data')
    after.assertTextIncludes('25 de novembro de 2026, às 10:00')
    await interview.refresh()
    assert.equal(interview.startsAt.toISO(), WEDNESDAY_TEN)
    assert.deepEqual(await eventsOf(interview), [
      'booked',
      'asked_to_move by candidate',
      'rescheduled by candidate',
    ])
    await dispatch()
    assert.match(await lastRang(), /^🔄.*25 de novembro.*10:00.*Antes: .*1º de dezembro/s)
  })

  test('the hours are on the interview’s own clock', async ({ client }) => {
    await allow()
    const interview = await anInterview({ timeZone: 'America/Manaus' })
    const page = await client.get(pageOf(interview))
    page.assertTextIncludes('<span class="numbers">08:00</span>')
  })

  test('only what is offered can be chosen', async ({ assert, client }) => {
    await allow()
    const interview = await aToldInterview()
    const before = interview.startsAt.toISO()
    const not = [
      '2026-11-25T12:30:00.000Z',
      '2026-11-24T12:00:00.000Z',
      '2020-01-01',
      '',
      'x',
      '+099999-01-01',
    ]
    for (const startsAt of not) {
      const response = await choose(client, interview, startsAt)
      response.assertStatus(200)
    }
    await interview.refresh()
    assert.equal(interview.startsAt.toISO(), before)
  })

  test('an hour that the interviewer, or the candidate, has given away is not offered', async ({
    client,
    assert,
  }) => {
    await allow()
    const rita = await aUser()
    const interview = await anInterview({ interviewerIds: [rita.id] })
    const other = await aCandidate({ phone: '+5511900000002' })
    await anInterview({
      candidateId: other.id,
      interviewerIds: [rita.id],
      startsAt: at(WEDNESDAY_NINE),
    })
    await anInterview({ candidateId: interview.candidateId, startsAt: at(WEDNESDAY_TEN) })
    const text = (await client.get(pageOf(interview))).text()
    assert.notInclude(text, WEDNESDAY_NINE)
    assert.notInclude(text, WEDNESDAY_TEN)
    assert.include(text, '2026-11-25T14:00:00.000Z')
  })

  test('of two who choose the same hour at once, one gets it', async ({ assert }) => {
    await allow()
    const [one, two] = [
      await anInterview({ candidateId: (await aCandidate()).id }),
      await anInterview({ candidateId: (await aCandidate({ phone: '+5511900000002' })).id }),
    ]
    const outcomes = await Promise.all(
      [one, two].map(({ id }) =>
        moveInterview({ interviewId: id, revision: 1 }, at(WEDNESDAY_NINE))
      )
    )
    assert.sameMembers(outcomes, ['moved', 'taken'])
  })

  test('pressed twice it moves once', async ({ assert, client }) => {
    await allow()
    const interview = await aToldInterview()
    const page = pageOf(interview)
    for (const hour of [WEDNESDAY_NINE, WEDNESDAY_NINE]) {
      await client.post(`${page}/moves`).form({ starts_at: hour }).withCsrfToken()
    }
    assert.deepEqual(await eventsOf(interview), ['booked', 'rescheduled by candidate'])
  })

  test('a link to an older date shows the one that stands, and moves nothing', async ({
    assert,
    client,
  }) => {
    await allow()
    const interview = await aToldInterview()
    const page = pageOf(interview)
    await interview.edit({ startsAt: TUESDAY.plus({ days: 1 }) }, { by: null })
    const shown = await client.get(page)
    shown.assertTextIncludes('2 de dezembro de 2026, às 14:00')
    shown.assertTextIncludes('data anterior')
    assert.notInclude(shown.text(), 'starts_at')
    await client.post(`${page}/moves`).form({ starts_at: WEDNESDAY_NINE }).withCsrfToken()
    await interview.refresh()
    assert.equal(interview.startsAt.toISO(), '2026-12-02T17:00:00.000Z')
  })

  test('a cancelled interview says so and offers nothing', async ({ client, assert }) => {
    await allow()
    const interview = await anInterview()
    const page = pageOf(interview)
    await interview.cancel({ by: null, reason: null })
    const shown = await client.get(page)
    shown.assertTextIncludes('foi cancelada')
    assert.notInclude(shown.text(), 'starts_at')
  })

  test('where the candidate may not, there is only the wish', async ({ client, assert }) => {
    await allow()
    const interview = await anInterview()
    await interview.letCandidateMove(false, { by: null })
    const shown = await client.get(pageOf(interview))
    assert.notInclude(shown.text(), 'starts_at')
    shown.assertTextIncludes('Pedir outra data')
  })
})

test.group('Leaving a wish', (group) => {
  group.each.setup(cleanScene)

  test('is kept for the team; the date stands', async ({ assert, client }) => {
    const interview = await aToldInterview()
    const page = pageOf(interview)
    const text = 'Só posso depois das 18h <b>'
    const sent = client.post(`${page}/wishes`).form({ text }).withCsrfToken()
    const response = await sent.redirects(0)
    response.assertFlashMessage('answered', 'wished')
    const [wish] = await Answer.all()
    assert.include(wish.$attributes, { outcome: 'wished', text, interviewId: interview.id })
    assert.deepEqual(await eventsOf(interview), ['booked', 'asked_to_move by candidate'])
    assert.lengthOf(await accepted(), 1)
  })

  test('an empty or endless one comes back', async ({ assert, client }) => {
    const page = pageOf(await anInterview())
    for (const text of ['', '   ', 'x'.repeat(501)]) {
      await client.post(`${page}/wishes`).form({ text }).withCsrfToken()
    }
    assert.isEmpty(await Answer.all())
  })

  test('is forgotten with the person', async ({ assert, client }) => {
    const ana = await aCandidate()
    const page = pageOf(await anInterview({ candidateId: ana.id }))
    await client.post(`${page}/wishes`).form({ text: 'Cuido da minha mãe' }).withCsrfToken()
    await ana.refresh()
    await ana.anonymise()
    assert.isNull((await Answer.firstOrFail()).text)
  })
})
