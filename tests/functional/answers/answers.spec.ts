import Answer from '#answers/models/answer'
import { receiveInbound } from '#messages/inbound'
import Message from '#messages/models/message'
import Interview from '#interviews/models/interview'
import { ReminderNotifier } from '#notifications/reminder_notifier'
import {
  arrived,
  accepted,
  aCandidate,
  anInterview,
  at,
  cleanScene,
  deliverCallbacks,
  dispatch,
  messagesOf,
  NOW,
  statusesOf,
  stopClockAt,
  TUESDAY,
  writes,
} from '#tests/scene'
import {
  aToldInterview,
  eventsOf,
  lastRang,
  noticeSid,
  outcomes,
  rang,
  says,
} from '#tests/functional/answers/scene'
import { ourNumberShows } from '#tests/functional/answers/tapping'
import { test } from '@japa/runner'

const inbound = (body: string, id: string, more = {}) => ({
  providerMessageId: `SM${id}`,
  from: '+5511900000001',
  body,
  profileName: null,
  ...more,
})

test.group('A candidate confirms', (group) => {
  group.each.setup(cleanScene)

  test('the notice asks; “sim” confirms, and one answer says so', async ({ assert }) => {
    const interview = await aToldInterview()
    assert.include(await lastRang(), 'Responda *1* para confirmar, *2* para remarcar')
    await says('Sim! 🙂')

    await interview.refresh()
    assert.equal(interview.status, 'confirmed')
    assert.deepEqual(await eventsOf(interview), ['booked', 'confirmed by candidate'])
    const texts = await rang()
    assert.lengthOf(texts, 2)
    assert.match(texts[1], /^Presença confirmada ✅.*Entrevista técnica.*1º de dezembro.*14:00/s)
  })

  test('twice is once, and a third time is not answered at all', async ({ assert }) => {
    const interview = await aToldInterview()
    for (const text of ['1', 'sim', '👍']) await says(text)
    await interview.refresh()
    assert.equal(interview.status, 'confirmed')
    assert.deepEqual(await outcomes(), ['confirmed', 'already_confirmed', 'already_confirmed'])
    assert.lengthOf(await rang(), 2)
  })

  test('one whom the team has confirmed hears that it was so, once', async ({ assert }) => {
    const interview = await aToldInterview()
    await interview.confirm({ by: null })
    for (const text of ['sim', 'confirmo']) await says(text)
    const texts = await rang()
    assert.lengthOf(texts, 2)
    assert.match(texts[1], /já estava confirmada/)
  })

  test('the interview goes on showing its notice, not the answer', async ({ assert }) => {
    const interview = await aToldInterview()
    const sid = await noticeSid(interview)
    await says('1')
    await deliverCallbacks()
    await interview.refresh()
    assert.equal(interview.whatsappMessageSid, sid)
  })

  test('the same message delivered ten times at once counts once', async ({ assert }) => {
    const interview = await aToldInterview()
    const copies = Array.from({ length: 10 }, () =>
      receiveInbound(inbound('1', 'same'), arrived()).catch(() => null)
    )
    await Promise.all(copies)
    await dispatch()
    assert.deepEqual(await outcomes(), ['confirmed'])
    assert.deepEqual(await eventsOf(interview), ['booked', 'confirmed by candidate'])
    assert.lengthOf(await rang(), 2)
  })

  test('the answer comes at night, too: they are holding the phone', async ({ assert }) => {
    await aToldInterview()
    stopClockAt(at('2026-11-21T08:00:00.000Z'))
    await says('1')
    assert.lengthOf(await rang(), 2)
  })

  test('they are answered in their language', async ({ assert }) => {
    const { id } = await aCandidate({ locale: 'en' })
    const interview = await aToldInterview({ candidateId: id })
    assert.include(await lastRang(), 'Reply *1* to confirm')
    await says("I'll be there")
    assert.match(await lastRang(), /^Attendance confirmed.*Tuesday, December 1, 2026, at 14:00/s)
    await interview.refresh()
    assert.equal(interview.status, 'confirmed')
  })

  test('a reminder that was waiting no longer asks who has confirmed', async ({ assert }) => {
    const interview = await aToldInterview({ startsAt: NOW.plus({ hours: 25 }) })
    stopClockAt(NOW.plus({ hours: 1, seconds: 5 }))
    await ReminderNotifier.sendDue()
    await writes('1')
    await dispatch()
    await dispatch()
    const reminder = (await rang()).find((text) => text.startsWith('⏰'))!
    assert.include(reminder, 'já está confirmada')
    assert.notInclude(reminder, 'para confirmar')
    assert.deepEqual(await eventsOf(interview), ['booked', 'confirmed by candidate'])
  })

  test('answers and changes at the same moment wait for each other', async ({ assert }) => {
    const interview = await aToldInterview()
    const changes = [1, 2, 3].map(async (n) => {
      const own = await Interview.findOrFail(interview.id)
      await own.edit({ location: `Sala ${n}` }, { by: null })
    })
    const answers = [1, 2, 3].map((n) => receiveInbound(inbound('1', `at once ${n}`), arrived()))
    await Promise.all([...changes, ...answers])
    assert.lengthOf(await outcomes(), 3)
  })
})

test.group('What is not understood', (group) => {
  group.each.setup(cleanScene)

  test('“{$self}” waits for a person, and nothing answers it')
    .with(['não confirmo', 'sim, mas posso chegar às 15h?', 'qual o endereço?', 'não', '4', '👎'])
    .run(async ({ assert }, text) => {
      const interview = await aToldInterview()
      await says(text)
      await interview.refresh()
      assert.equal(interview.status, 'scheduled')
      assert.isEmpty(await outcomes())
      assert.lengthOf(await rang(), 1)
      assert.isNotNull(await Message.findBy({ direction: 'inbound', body: text }))
    })

  test('nor does a picture that says ok', async ({ assert }) => {
    await aToldInterview()
    const picture = { kind: 'image' as const, contentType: 'image/png', filename: null }
    const content = { media: [picture] }
    await receiveInbound(inbound('ok', 'picture', { content }), arrived())
    assert.isEmpty(await outcomes())
  })

  test('who has no interview ahead is not answered', async ({ assert }) => {
    await aCandidate()
    await says('sim')
    assert.isEmpty(await outcomes())
    assert.isEmpty(await rang())
  })

  test('nor one who has not been told of it yet', async ({ assert }) => {
    const interview = await anInterview()
    await writes('ok')
    await interview.refresh()
    assert.equal(interview.status, 'scheduled')
  })

  test('PARAR is about our messages and leaves the interview alone', async ({ assert }) => {
    const interview = await aToldInterview()
    await says('PARAR')
    await interview.refresh()
    assert.equal(interview.status, 'scheduled')
    assert.isEmpty(await outcomes())
  })

  test('what breaks while it is understood is kept for a person, whole', async ({ assert }) => {
    const interview = await aToldInterview()
    let breaks = true
    Answer.before('create', () => {
      if (breaks) throw new TypeError('a mistake of ours')
    })
    const kept = await receiveInbound(inbound('1', 'broken'), arrived())
    breaks = false
    assert.equal(kept!.body, '1')
    await interview.refresh()
    assert.equal(interview.status, 'scheduled')
    assert.isEmpty(await outcomes())
  })
})

test.group('Which interview', (group) => {
  group.each.setup(cleanScene)

  async function two() {
    const { id } = await aCandidate()
    const later = TUESDAY.plus({ days: 2 })
    const first = await aToldInterview({ candidateId: id })
    const second = await aToldInterview({ candidateId: id, startsAt: later, title: 'Com o gestor' })
    return { first, second }
  }

  const statuses = async (...all: { refresh(): Promise<any>; status: string }[]) => {
    for (const one of all) await one.refresh()
    return all.map(({ status }) => status)
  }

  test('the one whose message is quoted', async ({ assert }) => {
    const { first, second } = await two()
    await says('1', await noticeSid(second))
    assert.deepEqual(await statuses(first, second), ['scheduled', 'confirmed'])
  })

  test('of several it asks which; the next number says it', async ({ assert, cleanup }) => {
    cleanup(ourNumberShows({ choiceList: false }))
    const { first, second } = await two()
    await says('sim')
    assert.match(
      await lastRang(),
      /^Sobre qual entrevista\?.*\*1\* Entrevista t.*\*2\* Com o gestor/s
    )
    await says('2')
    assert.deepEqual(await statuses(first, second), ['scheduled', 'confirmed'])
    assert.match(await lastRang(), /^Presença confirmada.*Com o gestor/s)
  })

  test('a number that is not on the list, or a mere yes, chooses nothing', async ({ assert }) => {
    const { first, second } = await two()
    await says('1')
    for (const text of ['3', '9', 'sim']) await says(text)
    assert.deepEqual(await statuses(first, second), ['scheduled', 'scheduled'])
    assert.deepEqual(await outcomes(), ['asked_which'])
  })

  test('quoting another message, a number is about that one', async ({ assert }) => {
    const { first, second } = await two()
    await says('2')
    await says('1', await noticeSid(first))
    assert.deepEqual(await statuses(first, second), ['confirmed', 'scheduled'])
  })

  test('the question is forgotten after some hours, and asked again', async ({ assert }) => {
    await two()
    await says('3')
    stopClockAt(NOW.plus({ hours: 7 }))
    await says('2')
    assert.deepEqual(await outcomes(), ['asked_which', 'asked_which'])
  })

  test('somebody else’s message is nobody’s to quote', async ({ assert }) => {
    const bruno = await aCandidate({ phone: '+5511900000002', name: 'Bruno Fictício' })
    const his = await aToldInterview({ candidateId: bruno.id })
    const hers = await aToldInterview({ candidateId: (await aCandidate()).id })
    const quoting = { repliedTo: await noticeSid(his) }
    await receiveInbound(inbound('1', 'quoting', quoting), arrived())
    assert.deepEqual(await statuses(his, hers), ['scheduled', 'confirmed'])
  })

  test('a button says it by itself, at the revision it was pressed for', async ({ assert }) => {
    const { first, second } = await two()
    const press = (payload: string, id: string) =>
      receiveInbound(inbound('Confirmar', id, { payload }), arrived())
    await press(`confirm:${second.id}:1`, 'button')
    await press(`confirm:${first.id}:7`, 'old button')
    await press('confirm:999999:1', 'nobody’s button')
    assert.deepEqual(await statuses(first, second), ['scheduled', 'confirmed'])
    assert.deepEqual(await outcomes(), ['confirmed', 'outdated'])
  })
})

test.group('An answer to what no longer holds', (group) => {
  group.each.setup(cleanScene)

  test('a quoted old date is not confirmed; the current one is shown', async ({ assert }) => {
    const interview = await aToldInterview()
    const old = await noticeSid(interview)
    await interview.edit({ startsAt: TUESDAY.plus({ days: 1 }) }, { by: null })
    await dispatch()
    await says('sim', old)
    await interview.refresh()
    assert.equal(interview.status, 'scheduled')
    assert.match(await lastRang(), /mensagem antiga.*2 de dezembro.*14:00/s)
    assert.deepEqual(await outcomes(), ['outdated'])
    await says('sim')
    await interview.refresh()
    assert.equal(interview.status, 'confirmed')
  })

  test('a yes that crossed the news of a move means the old date', async ({ assert }) => {
    const interview = await aToldInterview()
    await interview.edit({ startsAt: TUESDAY.plus({ days: 1 }) }, { by: null })
    await writes('sim')
    await interview.refresh()
    assert.equal(interview.status, 'scheduled')
    assert.deepEqual(await outcomes(), ['outdated'])
  })

  test('a cancelled interview stays cancelled, and they hear it', async ({ assert }) => {
    const interview = await aToldInterview()
    const old = await noticeSid(interview)
    await interview.cancel({ by: null, reason: null })
    await dispatch()
    await says('1', old)
    assert.match(await lastRang(), /^Esta entrevista foi cancelada/)
    assert.lengthOf(await rang(), 3)
  })

  test('“ok” to the news of a cancellation needs no answer', async ({ assert }) => {
    const interview = await aToldInterview()
    await interview.cancel({ by: null, reason: null })
    await dispatch()
    await says('ok', await noticeSid(interview))
    await says('ok')
    assert.lengthOf(await rang(), 2)
    assert.isEmpty(await outcomes())
  })

  test('one that has begun is for a person', async ({ assert }) => {
    const interview = await aToldInterview()
    stopClockAt(TUESDAY.plus({ minutes: 5 }))
    await says('não posso', await noticeSid(interview))
    assert.match(await lastRang(), /já começou ou terminou/)
  })

  test('an answer that waits is taken back when the interview changes', async ({ assert }) => {
    const interview = await aToldInterview()
    await writes('1')
    await interview.refresh()
    await interview.edit({ startsAt: TUESDAY.plus({ days: 1 }) }, { by: null })
    await dispatch()
    const texts = await rang()
    assert.lengthOf(texts, 2)
    assert.match(texts[1], /^🔄/)
    const answer = (await messagesOf(interview)).find(({ kind }) => kind === 'text')
    assert.equal(answer!.status, 'superseded')
  })
})

test.group('A candidate cancels', (group) => {
  group.each.setup(cleanScene)

  test('is asked first; yes cancels, and one message says so', async ({ assert, cleanup }) => {
    cleanup(ourNumberShows({ buttons: 0 }))
    const interview = await aToldInterview()
    await says('3')
    await interview.refresh()
    assert.equal(interview.status, 'scheduled')
    assert.match(await lastRang(), /^Quer mesmo cancelar.*\*SIM\*/s)
    await says('SIM')
    await interview.refresh()
    assert.equal(interview.status, 'cancelled')
    assert.deepEqual(await eventsOf(interview), ['booked', 'cancelled by candidate'])
    const texts = await rang()
    assert.lengthOf(texts, 3)
    assert.match(texts[2], /^Tudo bem, a entrevista foi cancelada/)
    const told = (await statusesOf(interview)).map(([template]) => template)
    assert.deepEqual(told, ['interview_scheduled', null, null])
  })

  test('no keeps it, and says so', async ({ assert }) => {
    const interview = await aToldInterview()
    for (const text of ['desisto', 'não']) await says(text)
    await interview.refresh()
    assert.equal(interview.status, 'scheduled')
    assert.match(await lastRang(), /nada mudou/)
  })

  test('“{$self}” could mean either, so it does nothing')
    .with(['ok', 'confirmo', '👍', 'hm'])
    .run(async ({ assert }, text) => {
      const interview = await aToldInterview()
      for (const word of ['3', text]) await says(word)
      await interview.refresh()
      assert.equal(interview.status, 'scheduled')
      assert.deepEqual(await outcomes(), ['asked_if_sure'])
    })

  test('a 1 after all confirms, and a yes after that cancels nothing', async ({ assert }) => {
    const interview = await aToldInterview()
    for (const text of ['3', '1', 'sim']) await says(text)
    await interview.refresh()
    assert.equal(interview.status, 'confirmed')
  })

  test('a late yes is asked about again, and never confirms', async ({ assert }) => {
    const interview = await aToldInterview()
    await says('3')
    stopClockAt(NOW.plus({ minutes: 31 }))
    await says('sim')
    await interview.refresh()
    assert.equal(interview.status, 'scheduled')
    assert.deepEqual(await outcomes(), ['asked_if_sure', 'asked_if_sure'])
    await says('sim')
    await interview.refresh()
    assert.equal(interview.status, 'cancelled')
  })

  test('what was moved meanwhile is not cancelled by an old yes', async ({ assert }) => {
    const interview = await aToldInterview()
    await says('3')
    await interview.edit({ startsAt: TUESDAY.plus({ days: 1 }) }, { by: null })
    await says('sim')
    await interview.refresh()
    assert.equal(interview.status, 'scheduled')
    assert.deepEqual(await outcomes(), ['asked_if_sure', 'outdated'])
  })
})

test.group('A candidate asks for another date', (group) => {
  group.each.setup(cleanScene)

  test('gets a link; the date stands meanwhile', async ({ assert }) => {
    const interview = await aToldInterview()
    await says('Não posso nesse dia')
    await interview.refresh()
    assert.equal(interview.status, 'scheduled')
    assert.deepEqual(await eventsOf(interview), ['booked', 'asked_to_move by candidate'])
    assert.match(await lastRang(), /Escolha aqui: http:\/\/\S+\/r\/\S+\n/)
    const [answer] = await Answer.all()
    assert.include(answer.$attributes, { interviewId: interview.id, outcome: 'asked_to_move' })
  })

  test('asking again brings another link and one line in the history', async ({ assert }) => {
    const interview = await aToldInterview()
    for (const text of ['2', '2']) await says(text)
    assert.deepEqual(await eventsOf(interview), ['booked', 'asked_to_move by candidate'])
    assert.lengthOf(await accepted(), 3)
  })

  test('where only the team may move it, no link is promised', async ({ assert }) => {
    const interview = await aToldInterview()
    await interview.letCandidateMove(false, { by: null })
    await says('2')
    const text = await lastRang()
    assert.match(text, /avisamos o RH/)
    assert.notInclude(text, '/r/')
  })
})
