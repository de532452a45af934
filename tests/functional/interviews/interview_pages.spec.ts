import Interview from '#interviews/models/interview'
import Message from '#messages/models/message'
import {
  aCandidate,
  anInterview,
  at,
  aUser,
  cleanScene,
  dispatch,
  messagesOf,
  statusesOf,
  stopClockAt,
  TUESDAY,
} from '#tests/scene'
import type { ApiClient } from '@japa/api-client'
import type User from '#users/models/user'
import { test } from '@japa/runner'

const form = (client: ApiClient, user: User, method: 'post' | 'patch', path: string, fields = {}) =>
  client[method](path).loginAs(user).withCsrfToken().form(fields).redirects(0)

const AS_IT_IS = {
  title: 'Entrevista técnica',
  interview_type: 'onsite',
  scheduled_date: '2026-12-01',
  scheduled_time: '14:00',
  time_zone: 'America/Sao_Paulo',
  duration_minutes: '60',
  location: 'Rua do Exemplo, 100',
}

test.group('An interview in the browser', (group) => {
  group.each.setup(cleanScene)

  test('the page tells facts, history, messages and the reminder to come', async ({ client }) => {
    const interview = await anInterview()
    await dispatch()
    const response = await client.get(`/interviews/${interview.id}`).loginAs(await aUser())
    const expected = ['Entrevista agendada', 'Aviso de agendamento', 'Planejado', 'Ver o texto']
    for (const text of expected) response.assertTextIncludes(text)
    response.assertTextIncludes('ter., 1º dez. 14:00')
  })

  test('moving it tells the candidate the new date', async ({ client, assert }) => {
    const interview = await anInterview()
    await dispatch()
    const user = await aUser()
    const response = await form(client, user, 'patch', `/interviews/${interview.id}`, {
      ...AS_IT_IS,
      scheduled_time: '15:30',
      revision: '1',
    })
    assert.equal(
      response.flashMessage('success'),
      'Alterações salvas. Vamos avisar Ana agora. Lembrete em 30/11 às 15:30.'
    )
    assert.deepEqual((await statusesOf(interview)).at(-1), ['interview_rescheduled', 'queued'])
  })

  test('a form sent back unchanged tells nobody, line breaks notwithstanding', async ({
    client,
    assert,
  }) => {
    const interview = await anInterview({ description: 'uma\nduas' })
    await dispatch()
    const fields = { ...AS_IT_IS, description: 'uma\r\nduas', revision: '1' }
    const response = await form(
      client,
      await aUser(),
      'patch',
      `/interviews/${interview.id}`,
      fields
    )
    assert.include(response.flashMessage('success'), 'nenhuma mensagem sai')
    assert.lengthOf(await messagesOf(interview), 1)
  })

  test('an interview that has begun can still get a note', async ({ client, assert }) => {
    const interview = await anInterview()
    stopClockAt(TUESDAY.plus({ minutes: 10 }))
    const fields = { ...AS_IT_IS, internal_notes: 'Chegou cedo', revision: '1' }
    await form(client, await aUser(), 'patch', `/interviews/${interview.id}`, fields)
    await interview.refresh()
    assert.equal(interview.internalNotes, 'Chegou cedo')
  })

  test('who looked at an older version is told, and nothing is saved', async ({
    client,
    assert,
  }) => {
    const interview = await anInterview()
    await interview.edit({ title: 'Mudou' }, { by: null })
    const fields = { ...AS_IT_IS, title: 'Meu título', revision: '1' }
    const response = await form(
      client,
      await aUser(),
      'patch',
      `/interviews/${interview.id}`,
      fields
    )
    assert.property(response.flashMessage('errorsBag'), 'interview_changed_meanwhile')
    assert.equal(response.flashMessage('title'), 'Meu título')
    await interview.refresh()
    assert.equal(interview.title, 'Mudou')
  })

  test('cancelling keeps the reason inside and tells the candidate', async ({ client, assert }) => {
    const interview = await anInterview()
    await dispatch()
    const user = await aUser()
    const path = `/interviews/${interview.id}/cancellation`
    const response = await form(client, user, 'post', path, { reason: 'Vaga congelada' })
    assert.equal(response.flashMessage('success'), 'Entrevista cancelada. Vamos avisar Ana agora.')
    const notice = (await messagesOf(interview)).at(-1)!
    assert.equal(notice.templateKey, 'interview_cancelled')
    assert.notInclude(notice.body, 'Vaga congelada')

    const page = await client.get(`/interviews/${interview.id}`).loginAs(user)
    page.assertTextIncludes('Motivo: Vaga congelada')
  })

  test('cancelling before anybody was told sends nothing and says so', async ({
    client,
    assert,
  }) => {
    const interview = await anInterview()
    const path = `/interviews/${interview.id}/cancellation`
    const response = await form(client, await aUser(), 'post', path)
    assert.include(response.flashMessage('success'), 'Nenhuma mensagem sai')
    assert.deepEqual(await statusesOf(interview), [['interview_scheduled', 'superseded']])
  })

  test('confirming, completing and not showing up are one click each', async ({
    client,
    assert,
  }) => {
    const user = await aUser()
    const moves = { confirmation: 'confirmed', completion: 'completed', no_show: 'no_show' }
    for (const [index, [noun, status]] of Object.entries(moves).entries()) {
      const phone = `+551190000001${index}`
      const interview = await anInterview({ candidateId: (await aCandidate({ phone })).id })
      await form(client, user, 'post', `/interviews/${interview.id}/${noun}`)
      await interview.refresh()
      assert.equal(interview.status, status)
    }
  })

  test('an illegal move is refused with its reason', async ({ client, assert }) => {
    const interview = await anInterview()
    await interview.cancel({ by: null, reason: null })
    const response = await form(
      client,
      await aUser(),
      'post',
      `/interviews/${interview.id}/confirmation`
    )
    assert.property(response.flashMessage('errorsBag'), 'interview_is_cancelled')
  })

  test('a failed notice can be sent again, once', async ({ client, assert }) => {
    const interview = await anInterview()
    const user = await aUser()
    const notice = await Message.firstOrFail()
    await notice.merge({ status: 'failed', reason: 'rejected', errorCode: '63024' }).save()

    const page = await client.get(`/interviews/${interview.id}`).loginAs(user)
    page.assertTextIncludes('Reenviar')
    await form(client, user, 'post', `/messages/${notice.id}/resend`)
    assert.deepEqual(await statusesOf(interview), [
      ['interview_scheduled', 'failed'],
      ['interview_scheduled', 'queued'],
    ])
    const again = await form(client, user, 'post', `/messages/${notice.id}/resend`)
    assert.property(again.flashMessage('errorsBag'), 'already_resent')
  })

  test('only what may have gone out can be marked as sent', async ({ client, assert }) => {
    await anInterview()
    const user = await aUser()
    const notice = await Message.firstOrFail()
    await notice.merge({ status: 'failed', reason: 'rejected', errorCode: '63024' }).save()
    const refused = await form(client, user, 'post', `/messages/${notice.id}/mark_as_sent`)
    assert.property(refused.flashMessage('errorsBag'), 'message_not_resendable')

    await notice.merge({ status: 'unconfirmed', reason: 'needs_person' }).save()
    await form(client, user, 'post', `/messages/${notice.id}/mark_as_sent`)
    await notice.refresh()
    assert.equal(notice.status, 'accepted')
  })

  test('agents come nowhere near, neither to see nor to change', async ({ client, assert }) => {
    const interview = await anInterview()
    const agent = await aUser('agent')
    const paths = [
      '',
      '/new',
      '/calendar',
      '/export',
      '/calendar/events',
      `/${interview.id}`,
      `/${interview.id}/edit`,
    ]
    for (const path of paths) {
      const response = await client.get(`/interviews${path}`).loginAs(agent)
      response.assertStatus(403)
    }
    const response = await form(client, agent, 'post', `/interviews/${interview.id}/cancellation`)
    assert.property(response.flashMessage('errorsBag'), 'forbidden')
    await interview.refresh()
    assert.equal(interview.status, 'scheduled')
  })

  test('strangers are sent to the sign-in', async ({ client }) => {
    const response = await client.get('/interviews').redirects(0)
    response.assertHeader('location', '/session')
  })

  test('an id that cannot be is a page that does not exist', async ({ client }) => {
    const user = await aUser()
    for (const id of ['0', '999', '99999999999999', 'x']) {
      const response = await client.get(`/interviews/${id}`).loginAs(user)
      response.assertStatus(404)
    }
  })
})

test.group('The list of interviews', (group) => {
  group.each.setup(cleanScene)

  test('shows what is ahead, and by filter what is over', async ({ client, assert }) => {
    const user = await aUser()
    await anInterview()
    const ahead = await client.get('/interviews').loginAs(user)
    ahead.assertTextIncludes('Ana Exemplo')

    stopClockAt(TUESDAY.plus({ days: 1 }))
    const empty = await client.get('/interviews').loginAs(user)
    assert.notInclude(empty.text(), 'Ana Exemplo')
    const past = await client.get('/interviews').qs({ period: 'past' }).loginAs(user)
    past.assertTextIncludes('Ana Exemplo')
  })

  test('is searched by name and title and filtered by what the address says', async ({
    client,
    assert,
  }) => {
    const user = await aUser()
    await anInterview({ interviewerIds: [user.id] })
    const found = [
      { search: 'EXEMPLO' },
      { search: 'técnica' },
      { interviewer_id: user.id },
      { status: 'scheduled' },
    ]
    for (const query of found) {
      const response = await client.get('/interviews').qs(query).loginAs(user)
      response.assertTextIncludes('Ana Exemplo')
    }
    const missed = [
      { search: 'ninguém' },
      { interview_type: 'video' },
      { status: 'cancelled' },
      { interviewer_id: 999 },
    ]
    for (const query of missed) {
      const response = await client.get('/interviews').qs(query).loginAs(user)
      assert.notInclude(response.text(), 'Ana Exemplo', JSON.stringify(query))
    }
  })

  test('ignores a filter that cannot be read', async ({ client }) => {
    await anInterview()
    const query = { status: 'x', period: '', interviewer_id: "1' or 1=1", sort: '🙂' }
    const response = await client
      .get('/interviews')
      .qs(query)
      .loginAs(await aUser())
    response.assertStatus(200)
    response.assertTextIncludes('Ana Exemplo')
  })

  test('goes on where the page before ended', async ({ client, assert }) => {
    const { id } = await aCandidate()
    for (let index = 0; index < 52; index++) {
      await anInterview({
        candidateId: id,
        title: `Número ${index}.`,
        startsAt: TUESDAY.plus({ minutes: index }),
      })
    }
    const user = await aUser()
    const first = await client.get('/interviews').loginAs(user)
    assert.notInclude(first.text(), 'Número 50.')
    const next = first
      .text()
      .match(/href="(\/interviews\?[^"]*cursor=[^"]+)"/)![1]
      .replaceAll('&amp;', '&')
    const second = await client.get(next).loginAs(user)
    assert.lengthOf(second.text().match(/Número \d+\./g)!, 2)
  }).timeout(30_000)

  test('is exported with formulas made harmless', async ({ client, assert }) => {
    const candidate = await aCandidate({ name: '=HYPERLINK("http://x";"Ana")' })
    await anInterview({ candidateId: candidate.id, title: '@SUM(A1)', location: 'Sala 1;\nfundos' })
    const response = await client.get('/interviews/export').loginAs(await aUser())
    response.assertHeader('content-type', 'text/csv; charset=utf-8')
    const csv = response.text()
    assert.include(csv, `"'=HYPERLINK(""http://x"";""Ana"")"`)
    assert.include(csv, `;'@SUM(A1);`)
    assert.include(csv, `'+5511900000001`)
    assert.include(csv, `"Sala 1;\nfundos"`)
    assert.include(csv, '01/12/2026;14:00')
  })
})

test.group('The calendar', (group) => {
  group.each.setup(cleanScene)

  test('is answered with what overlaps the range, cancelled ones left out', async ({
    client,
    assert,
  }) => {
    const kept = await anInterview()
    const gone = await anInterview({
      candidateId: kept.candidateId,
      startsAt: TUESDAY.plus({ hours: 3 }),
    })
    await gone.cancel({ by: null, reason: null })
    const user = await aUser()
    const events = (start: string, end: string) =>
      client.get('/interviews/calendar/events').qs({ start, end }).loginAs(user)

    const response = await events('2026-12-01T17:30:00Z', '2026-12-02T00:00:00Z')
    assert.deepEqual(
      response.body().map(({ id }: { id: string }) => id),
      [String(kept.id)]
    )
    const nonsense = [
      ['x', 'y'],
      ['2026-12-01', ''],
      ['2020-01-01', '2030-01-01'],
    ]
    for (const [start, end] of nonsense) {
      const answer = await events(start, end)
      assert.notEqual(answer.status(), 500)
      if (answer.status() === 200) assert.isEmpty(answer.body())
    }
  })

  test('a drag saves the instant, keeps the zone and checks the version', async ({
    client,
    assert,
  }) => {
    const interview = await anInterview({ timeZone: 'America/Manaus' })
    const user = await aUser()
    const move = (starts_at: string, revision: string) =>
      form(client, user, 'patch', `/interviews/${interview.id}`, { starts_at, revision, stay: '1' })

    await move('2026-12-02T18:00:00.000Z', '1')
    await interview.refresh()
    assert.equal(+interview.startsAt, +at('2026-12-02T18:00:00.000Z'))
    assert.equal(interview.timeZone, 'America/Manaus')
    assert.equal(interview.location, 'Rua do Exemplo, 100')

    const stale = await move('2026-12-03T18:00:00.000Z', '1')
    assert.property(stale.flashMessage('errorsBag'), 'interview_changed_meanwhile')
    const moved = await Interview.findOrFail(interview.id)
    assert.equal(+moved.startsAt, +at('2026-12-02T18:00:00.000Z'))
  })
})
