import Interview from '#interviews/models/interview'
import { ReminderNotifier } from '#notifications/reminder_notifier'
import { receiveInbound } from '#messages/inbound'
import {
  aCandidate,
  arrived,
  cleanScene,
  dispatch,
  messagesOf,
  NOW,
  stopClockAt,
  TUESDAY,
  writes,
} from '#tests/scene'
import { aToldInterview, eventsOf, outcomes, rang } from '#tests/functional/answers/scene'
import { newest, ourNumberShows, press, taps, titles } from '#tests/functional/answers/tapping'
import { test } from '@japa/runner'

const hello = { providerMessageId: 'SMhello', body: 'Bom dia!', profileName: null }

/** Somebody whose window is open, since they have just written. */
async function someoneWhoWrote(attributes = {}) {
  const { id } = await aCandidate(attributes)
  await writes('Bom dia!')
  return { candidateId: id }
}

test.group('Buttons under a notice', (group) => {
  group.each.setup(cleanScene)

  test('who wrote today taps instead of typing', async ({ assert }) => {
    const interview = await aToldInterview(await someoneWhoWrote())
    const notice = await newest()
    assert.deepEqual(notice.content, {
      buttons: [
        { id: `confirm:${interview.id}:1`, title: 'Confirmar' },
        { id: `move:${interview.id}:1`, title: 'Remarcar' },
        { id: `cancel:${interview.id}:1`, title: 'Cancelar' },
      ],
      byTyping: 'Responda *1* para confirmar, *2* para remarcar ou *3* para cancelar.',
    })
    assert.notInclude(notice.body, 'Responda')
    assert.deepEqual(await rang(), [notice.body])
  })

  test('whose window is shut reads what to answer', async ({ assert }) => {
    await aToldInterview()
    const notice = await newest()
    assert.isNull(notice.content)
    assert.include(notice.body, 'Responda *1* para confirmar')
  })

  test('a day later the window is shut again', async ({ assert }) => {
    const candidate = await someoneWhoWrote()
    stopClockAt(NOW.plus({ hours: 24, seconds: 1 }))
    await aToldInterview(candidate)
    const { content } = await newest()
    assert.isNull(content)
  })

  test('the window of another number of ours does not count', async ({ assert }) => {
    const { id: candidateId } = await aCandidate()
    const there = { ...arrived(), sender: 'elsewhere' }
    await receiveInbound({ ...hello, from: '+5511900000001' }, there)
    await aToldInterview({ candidateId })
    const { content } = await newest()
    assert.isNull(content)
  })

  test('a number that shows fewer than three spells them out', async ({ assert, cleanup }) => {
    cleanup(ourNumberShows({ buttons: 2 }))
    await aToldInterview(await someoneWhoWrote())
    const { content, body } = await newest()
    assert.isNull(content)
    assert.include(body, 'Responda *1* para confirmar')
  })

  test('a move says what was before, above its buttons', async ({ assert }) => {
    const interview = await aToldInterview(await someoneWhoWrote())
    await interview.edit({ startsAt: TUESDAY.plus({ days: 1 }) }, { by: null })
    await dispatch()
    const notice = await newest()
    assert.match(notice.body, /^🔄.*2 de dezembro.*1º de dezembro/s)
    assert.notInclude(notice.body, 'Responda')
    assert.deepEqual(titles(notice), ['Confirmar', 'Remarcar', 'Cancelar'])
  })

  test('one who has confirmed may still move or cancel', async ({ assert }) => {
    const startsAt = NOW.plus({ hours: 25 })
    const interview = await aToldInterview({ ...(await someoneWhoWrote()), startsAt })
    await interview.confirm({ by: null })
    stopClockAt(NOW.plus({ hours: 1, seconds: 5 }))
    await ReminderNotifier.sendDue()
    await dispatch()
    const reminder = await newest()
    assert.deepEqual(titles(reminder), ['Remarcar', 'Cancelar'])
    assert.include(reminder.body, 'Sua presença já está confirmada.')
    assert.notInclude(reminder.body, 'responda')
  })

  test('a cancellation has none', async ({ assert }) => {
    const interview = await aToldInterview(await someoneWhoWrote())
    await interview.cancel({ by: null, reason: null })
    await dispatch()
    const { content, templateKey } = await newest()
    assert.equal(templateKey, 'interview_cancelled')
    assert.isNull(content)
  })

  test('a text too long to have them spells them out', async ({ assert }) => {
    const description = 'Leve um documento com foto. '.repeat(40)
    await aToldInterview({ ...(await someoneWhoWrote()), description })
    const { content, body } = await newest()
    assert.isNull(content)
    assert.include(body, 'Responda *1* para confirmar')
  })

  test('in {$self}, no title is longer than WhatsApp shows')
    .with(['pt-BR', 'en', 'es'])
    .run(async ({ assert }, locale) => {
      await aToldInterview(await someoneWhoWrote({ locale }))
      const shown = titles(await newest())
      assert.lengthOf(shown, 3)
      for (const title of shown) assert.isAtMost(title.length, 20)
    })
})

test.group('A candidate taps', (group) => {
  group.each.setup(cleanScene)

  test('Confirmar, and may still change her mind under our answer', async ({ assert }) => {
    const interview = await aToldInterview(await someoneWhoWrote())
    await taps('Confirmar', await newest())
    await interview.refresh()
    assert.equal(interview.status, 'confirmed')
    const answer = await newest()
    assert.match(answer.body, /^Presença confirmada/)
    assert.notInclude(answer.body, 'responda')
    assert.deepEqual(titles(answer), ['Remarcar', 'Cancelar'])
  })

  test('twice is once', async ({ assert }) => {
    const interview = await aToldInterview(await someoneWhoWrote())
    const notice = await newest()
    for (let times = 0; times < 3; times++) await taps('Confirmar', notice)
    assert.deepEqual(await outcomes(), ['confirmed', 'already_confirmed', 'already_confirmed'])
    assert.deepEqual(await eventsOf(interview), ['booked', 'confirmed by candidate'])
    assert.lengthOf(await rang(), 2)
  })

  test('on an old message, and is shown the current date with buttons of its own', async ({
    assert,
  }) => {
    const interview = await aToldInterview(await someoneWhoWrote())
    const old = await newest()
    await interview.edit({ startsAt: TUESDAY.plus({ days: 1 }) }, { by: null })
    await dispatch()
    await taps('Confirmar', old)
    await interview.refresh()
    assert.equal(interview.status, 'scheduled')
    const answer = await newest()
    assert.match(answer.body, /mensagem antiga.*2 de dezembro.*14:00/s)
    await taps('Confirmar', answer)
    await interview.refresh()
    assert.equal(interview.status, 'confirmed')
  })

  test('Remarcar, and gets the link', async ({ assert }) => {
    await aToldInterview(await someoneWhoWrote())
    await taps('Remarcar', await newest())
    assert.deepEqual(await outcomes(), ['asked_to_move'])
  })

  test('Cancelar, is asked, and taps yes', async ({ assert }) => {
    const interview = await aToldInterview(await someoneWhoWrote())
    await taps('Cancelar', await newest())
    const question = await newest()
    assert.match(question.body, /^Quer mesmo cancelar/)
    assert.notInclude(question.body, '*SIM*')
    assert.deepEqual(titles(question), ['Sim, cancelar', 'Não, manter'])
    await interview.refresh()
    assert.equal(interview.status, 'scheduled')
    await taps('Sim, cancelar', question)
    await interview.refresh()
    assert.equal(interview.status, 'cancelled')
  })

  test('Cancelar, is asked, and keeps it', async ({ assert }) => {
    const interview = await aToldInterview(await someoneWhoWrote())
    await taps('Cancelar', await newest())
    await taps('Não, manter', await newest())
    await interview.refresh()
    assert.equal(interview.status, 'scheduled')
    assert.deepEqual(await outcomes(), ['asked_if_sure', 'kept'])
  })

  test('a yes of long ago is asked about again', async ({ assert }) => {
    const interview = await aToldInterview(await someoneWhoWrote())
    await taps('Cancelar', await newest())
    const question = await newest()
    stopClockAt(NOW.plus({ minutes: 31 }))
    await taps('Sim, cancelar', question)
    await interview.refresh()
    assert.equal(interview.status, 'scheduled')
    assert.deepEqual(await outcomes(), ['asked_if_sure', 'asked_if_sure'])
  })

  test('a yes to what was moved meanwhile cancels nothing', async ({ assert }) => {
    const interview = await aToldInterview(await someoneWhoWrote())
    await taps('Cancelar', await newest())
    const question = await newest()
    await interview.edit({ startsAt: TUESDAY.plus({ days: 1 }) }, { by: null })
    await taps('Sim, cancelar', question)
    await interview.refresh()
    assert.equal(interview.status, 'scheduled')
    assert.deepEqual(await outcomes(), ['asked_if_sure', 'outdated'])
  })

  test('asked which, she picks a row', async ({ assert }) => {
    const candidate = await someoneWhoWrote()
    const first = await aToldInterview(candidate)
    const title = 'Conversa com o gestor da área'
    await aToldInterview({ ...candidate, title, startsAt: TUESDAY.plus({ days: 2 }) })
    await press('confirm')
    const question = await newest()
    assert.equal(question.body, 'Sobre qual entrevista?')
    const { rows } = question.content!.list!
    assert.lengthOf(rows, 2)
    for (const row of rows) assert.isAtMost(row.title.length, 24)
    for (const row of rows) assert.isAtMost(row.description!.length, 72)
    await taps(rows[1].title, question)
    await first.refresh()
    assert.equal(first.status, 'scheduled')
    assert.match((await newest()).body, /^Presença confirmada.*gestor/s)
  })

  test('without lists she is asked for the number', async ({ assert, cleanup }) => {
    cleanup(ourNumberShows({ choiceList: false }))
    const candidate = await someoneWhoWrote()
    await aToldInterview(candidate)
    await aToldInterview({ ...candidate, startsAt: TUESDAY.plus({ days: 2 }) })
    await press('confirm')
    const { body, content } = await newest()
    assert.match(body, /^Sobre qual entrevista\?.*\*1\* .*\*2\* .*só com o número/s)
    assert.isNull(content)
  })

  test('“{$self}” of somebody else’s interview changes nothing')
    .with(['confirm', 'cancel', 'move', 'yes', 'no'])
    .run(async ({ assert }, word) => {
      const { id } = await aCandidate({ phone: '+5511900000002', name: 'Bruno Fictício' })
      const his = await aToldInterview({ candidateId: id })
      await aCandidate()
      await press(`${word}:${his.id}:1`)
      await his.refresh()
      assert.equal(his.status, 'scheduled')
      assert.isEmpty(await outcomes())
      assert.lengthOf(await messagesOf(his), 1)
    })

  test('“{$self}” is no button of ours')
    .with(['yes', 'no', 'confirm:1', 'confirm:x:1', 'sim:1:1', 'confirm:1:1:1', '__proto__'])
    .run(async ({ assert }, payload) => {
      const interview = await aToldInterview(await someoneWhoWrote())
      await press(payload, 'Olá')
      const { status } = await Interview.findOrFail(interview.id)
      assert.equal(status, 'scheduled')
      assert.isEmpty(await outcomes())
    })
})
