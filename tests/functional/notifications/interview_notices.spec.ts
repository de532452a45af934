import InterviewEvent from '#interviews/models/interview_event'
import Interview from '#interviews/models/interview'
import Message from '#messages/models/message'
import CompanySettings from '#settings/models/company_settings'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import {
  aCandidate,
  anInterview,
  at,
  cleanScene,
  dispatch,
  messagesOf,
  NOW,
  statusesOf,
  stopClockAt,
  TUESDAY,
} from '#tests/scene'

const by = null

test.group('Notices of an interview', (group) => {
  group.each.setup(cleanScene)

  test('booking writes the event and one message, waiting to be sent', async ({ assert }) => {
    const interview = await anInterview()

    const [event] = await InterviewEvent.all()
    assert.equal(event.kind, 'booked')
    const [message] = await messagesOf(interview)
    assert.equal(message.status, 'queued')
    assert.equal(message.address, '+5511900000001')
    assert.equal(message.revision, 1)
    assert.include(message.body, 'Ana')
    assert.include(message.body, 'terça-feira, 1º de dezembro de 2026')
    assert.include(message.body, '14:00')
    assert.include(message.body, 'Rua do Exemplo, 100')
  })

  test('a booking that is rolled back leaves neither interview nor message', async ({ assert }) => {
    const candidate = await aCandidate()
    await assert.rejects(() =>
      db.transaction(async (trx) => {
        const interview = new Interview().useTransaction(trx).fill({
          candidateId: candidate.id,
          title: 'Entrevista',
          interviewType: 'phone',
          startsAt: TUESDAY,
          timeZone: 'America/Sao_Paulo',
          durationMinutes: 30,
        })
        await interview.save()
        throw new Error('the power went')
      })
    )
    assert.isEmpty(await Interview.all())
    assert.isEmpty(await InterviewEvent.all())
    assert.isEmpty(await Message.all())
  })

  test('saving the model by itself tells the candidate as well', async ({ assert }) => {
    const interview = await anInterview()
    await dispatch()

    const fresh = await Interview.findOrFail(interview.id)
    fresh.location = 'Rua Nova, 1'
    await fresh.save()

    const messages = await messagesOf(interview)
    assert.equal(messages[1].templateKey, 'interview_updated')
  })

  test('editing only internal notes, opening or round tells nobody', async ({ assert }) => {
    const interview = await anInterview()
    await interview.edit({ internalNotes: 'Perguntar sobre SQL' }, { by })

    assert.lengthOf(await messagesOf(interview), 1)
    assert.equal(interview.revision, 1)
    assert.lengthOf(await InterviewEvent.all(), 2)
  })

  test('changing the place tells the candidate the new one', async ({ assert }) => {
    const interview = await anInterview()
    await dispatch()
    await interview.edit({ location: 'Rua Nova, 1' }, { by })

    const [, update] = await messagesOf(interview)
    assert.equal(update.templateKey, 'interview_updated')
    assert.include(update.body, 'Rua Nova, 1')
    assert.equal(interview.revision, 2)
  })

  test('moving tells the candidate the old and the new time', async ({ assert }) => {
    const interview = await anInterview()
    await dispatch()
    await interview.edit({ startsAt: TUESDAY.plus({ days: 1, hours: 1 }) }, { by })

    const [, moved] = await messagesOf(interview)
    assert.equal(moved.templateKey, 'interview_rescheduled')
    assert.include(moved.body, 'quarta-feira, 2 de dezembro de 2026')
    assert.include(moved.body, '15:00')
    assert.include(moved.body, 'terça-feira, 1º de dezembro de 2026')
    assert.include(moved.body, '14:00')
  })

  test('moving twice before the first notice left sends one, with the last date', async ({
    assert,
  }) => {
    const interview = await anInterview()
    await interview.edit({ startsAt: TUESDAY.plus({ days: 1 }) }, { by })
    await interview.edit({ startsAt: TUESDAY.plus({ days: 2 }) }, { by })

    assert.deepEqual(await statusesOf(interview), [
      ['interview_scheduled', 'superseded'],
      ['interview_scheduled', 'superseded'],
      ['interview_scheduled', 'queued'],
    ])
    const [, , last] = await messagesOf(interview)
    assert.include(last.body, '3 de dezembro')
  })

  test('after two quick moves the old date is the one the candidate was told', async ({
    assert,
  }) => {
    const interview = await anInterview()
    await dispatch()
    await interview.edit({ startsAt: TUESDAY.plus({ days: 1 }) }, { by })
    await interview.edit({ startsAt: TUESDAY.plus({ days: 2 }) }, { by })

    const last = (await messagesOf(interview)).at(-1)!
    assert.include(last.body, '3 de dezembro')
    assert.include(last.body, '1º de dezembro')
    assert.notInclude(last.body, '2 de dezembro')
  })

  test('moving back before anyone was told needs no message', async ({ assert }) => {
    const interview = await anInterview()
    await dispatch()
    await interview.edit({ startsAt: TUESDAY.plus({ days: 1 }) }, { by })
    await interview.edit({ startsAt: TUESDAY }, { by })

    assert.deepEqual(await statusesOf(interview), [
      ['interview_scheduled', 'accepted'],
      ['interview_rescheduled', 'superseded'],
    ])
  })

  test('cancelling before the notice left tells nobody', async ({ assert }) => {
    const interview = await anInterview()
    await interview.cancel({ by, reason: 'Vaga fechada' })

    assert.deepEqual(await statusesOf(interview), [['interview_scheduled', 'superseded']])
  })

  test('cancelling after it left tells the candidate, never the reason', async ({ assert }) => {
    const interview = await anInterview()
    await dispatch()
    await interview.cancel({ by, reason: 'Perfil abaixo do esperado' })

    const [, notice] = await messagesOf(interview)
    assert.equal(notice.templateKey, 'interview_cancelled')
    assert.notInclude(notice.body, 'Perfil abaixo')
    assert.isNull(interview.nextReminderAt)
  })

  test('moving a confirmed interview asks for a new confirmation', async ({ assert }) => {
    const interview = await anInterview()
    await interview.confirm({ by })
    assert.equal(interview.status, 'confirmed')
    await interview.edit({ startsAt: TUESDAY.plus({ hours: 1 }) }, { by })
    assert.equal(interview.status, 'scheduled')
  })

  test('confirming, completing and missing tell nobody', async ({ assert }) => {
    const interview = await anInterview()
    await dispatch()
    await interview.confirm({ by })
    await interview.complete({ by })
    assert.lengthOf(await messagesOf(interview), 1)
  })

  test('at night the notice waits for the morning', async ({ assert }) => {
    stopClockAt(at('2026-11-21T01:30:00.000Z')) // 22:30 in São Paulo
    const interview = await anInterview()
    await dispatch()

    const [message] = await messagesOf(interview)
    assert.equal(message.status, 'queued')
    assert.equal(message.reason, 'quiet_hours')
    assert.equal(message.sendAt!.toISO(), '2026-11-21T11:00:00.000Z')

    stopClockAt(at('2026-11-21T11:00:00.000Z'))
    await dispatch()
    assert.deepEqual(await statusesOf(interview), [['interview_scheduled', 'accepted']])
  })

  test('quiet hours are those of the place where the candidate lives', async ({ assert }) => {
    stopClockAt(at('2026-11-20T11:30:00.000Z')) // 8:30 in São Paulo, 6:30 in Rio Branco
    const candidate = await aCandidate({ timeZone: 'America/Rio_Branco' })
    const interview = await anInterview({ candidateId: candidate.id })
    const [message] = await messagesOf(interview)
    assert.equal(message.sendAt!.toISO(), '2026-11-20T13:00:00.000Z')
  })

  test('quiet hours yield when the interview would come first', async ({ assert }) => {
    stopClockAt(at('2026-11-21T01:30:00.000Z'))
    const interview = await anInterview({ startsAt: at('2026-11-21T10:00:00.000Z') })
    const [message] = await messagesOf(interview)
    assert.equal(message.sendAt!.toISO(), '2026-11-21T01:30:00.000Z')
  })

  test('the zone is said when it is not the company’s', async ({ assert }) => {
    const interview = await anInterview({ timeZone: 'America/Manaus' })
    const [message] = await messagesOf(interview)
    assert.include(message.body, '13:00')
    assert.include(message.body, 'horário de Manaus')
  })

  test('a candidate without a number leaves a failed message that says so', async ({ assert }) => {
    const candidate = await aCandidate({ phone: null })
    const interview = await anInterview({ candidateId: candidate.id })
    const [message] = await messagesOf(interview)
    assert.equal(message.status, 'failed')
    assert.equal(message.reason, 'contact_without_phone')
  })

  test('names and descriptions arrive as typed, whatever they contain', async ({ assert }) => {
    const odd = '<b>{{ process.env.APP_KEY }}</b> @if(x) ${1} 👩🏽‍💻 שלום & "aspas"'
    const candidate = await aCandidate({ name: 'Ana @eval {{ 1 }}' })
    const interview = await anInterview({ candidateId: candidate.id, description: odd })
    const [message] = await messagesOf(interview)
    assert.include(message.body, odd)
    assert.include(message.body, 'Ana')
  })

  test('the company’s name comes from the settings', async ({ assert }) => {
    const settings = await CompanySettings.current()
    await settings.merge({ companyName: 'Padaria Exemplo' }).save()
    const interview = await anInterview()
    const [message] = await messagesOf(interview)
    assert.include(message.body, 'Padaria Exemplo')
  })

  test('a move seen by somebody who looked at an old page is refused', async ({ assert }) => {
    const interview = await anInterview()
    await interview.edit({ location: 'Rua Nova, 1' }, { by })
    const stale = await Interview.findOrFail(interview.id)
    await assert.rejects(
      () => stale.edit({ startsAt: NOW.plus({ days: 3 }) }, { by, revision: 1 }),
      /Outra pessoa alterou/
    )
  })

  test('illegal moves are refused with the state in the reason', async ({ assert }) => {
    const interview = await anInterview()
    await interview.cancel({ by, reason: null })
    await assert.rejects(() => interview.confirm({ by }), /Cancelada/)
    await assert.rejects(() => interview.cancel({ by, reason: null }), /Cancelada/)
    await assert.rejects(() => interview.edit({ title: 'Outra' }, { by }), /Cancelada/)
  })
})
