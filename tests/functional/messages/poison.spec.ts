import Contact from '#contacts/models/contact'
import type Interview from '#interviews/models/interview'
import Message from '#messages/models/message'
import { Sweeper } from '#messages/sweeper'
import { ReminderNotifier } from '#notifications/reminder_notifier'
import Template from '#templates/models/template'
import { apiAs } from '#tests/api_v1'
import { aCandidate, accepted, anInterview, cleanScene, dispatch, NOW } from '#tests/scene'
import { messagesOf, stopClockAt, TUESDAY } from '#tests/scene'
import { impatientWhatsapp } from '#tests/story/impatient'
import type { OutgoingMessage } from '#whatsapp/gateways/gateway'
import whatsapp from '#whatsapp/services/main'
import logger from '@adonisjs/core/services/logger'
import { test } from '@japa/runner'

const BODY_LIMIT = 1600
const POISONED = '+5511900000066'

/** An interview of somebody whose message is poison, and of two others. */
async function amongNeighbours() {
  await anInterview({ candidateId: (await aCandidate({ phone: '+5511900000001' })).id })
  const victim = await aCandidate({ phone: POISONED })
  const poisoned = await anInterview({ candidateId: victim.id })
  await anInterview({ candidateId: (await aCandidate({ phone: '+5511900000002' })).id })
  return poisoned
}

const rung = async () => (await accepted()).map(({ recipient }) => recipient.slice(-2)).sort()

/** Hours go by, with everything running; then the row must say what became of it. */
async function ending(interview: Interview, send = dispatch) {
  for (const hours of [1, 2, 3, 4, 5, 24 * 12]) {
    stopClockAt(NOW.plus({ hours }))
    for (const minutes of [2, 4, 6]) {
      stopClockAt(NOW.plus({ hours, minutes }))
      await new Sweeper(whatsapp, logger).sweep()
      await send()
    }
  }
  const [message] = await messagesOf(interview)
  return message
}

test.group('A message that cannot be sent', (group) => {
  group.each.setup(cleanScene)

  test('because the gateway throws: its neighbours go out, it is explained, the next is sent', async ({
    assert,
  }) => {
    const broken = impatientWhatsapp((send, message: OutgoingMessage) => {
      if (message.to === POISONED) throw new Error('a bug, thrown at once')
      return send(message)
    })
    const interview = await amongNeighbours()
    await dispatch(broken)
    assert.deepEqual(await rung(), ['01', '02'])

    const message = await ending(interview, () => dispatch(broken))
    assert.include(['failed', 'expired', 'unconfirmed'], message.status)
    assert.isNotNull(message.explanation)
    await anInterview({
      candidateId: (await aCandidate({ phone: '+5511900000003' })).id,
      startsAt: NOW.plus({ days: 20 }),
    })
    await dispatch(broken)
    assert.deepEqual(await rung(), ['01', '02', '03'])
    await broken.close()
  })

  test('because it names nothing that is true: it is written again', async ({ assert }) => {
    const interview = await amongNeighbours()
    await Message.query().where('interview_id', interview.id).update({ facts: '{}', revision: 0 })
    await dispatch()
    assert.deepEqual(await rung(), ['01', '02', '66'])
    const [message] = await messagesOf(interview)
    assert.equal(message.status, 'superseded')
  })

  test('because the last checks throw: its neighbours go out, and it is explained', async ({
    assert,
  }) => {
    const interview = await amongNeighbours()
    await Message.query().where('interview_id', interview.id).update({ facts: null, revision: 0 })
    await dispatch()
    assert.deepEqual(await rung(), ['01', '02'])
    const message = await ending(interview)
    assert.notInclude(['queued', 'sending'], message.status)
    assert.isNotNull(message.explanation)
  })

  test('because its number is none: it fails, and says so', async ({ assert }) => {
    const interview = await amongNeighbours()
    await Contact.query().where('phone', POISONED).update({ phone: '+00' })
    await dispatch()
    assert.deepEqual(await rung(), ['01', '02'])
    const [message] = await messagesOf(interview)
    assert.equal(message.status, 'failed')
    assert.match(message.explanation!, /Confira o telefone/)
  })
})

test.group('A text that cannot be told as it is', (group) => {
  group.each.setup(cleanScene)

  test('a template that does not compile is told in our words', async ({ assert }) => {
    const key = 'interview_scheduled' as const
    await Template.create({ key, locale: 'pt-BR', body: '@if(title\n{{ constructor }} @each(' })
    await anInterview()
    await dispatch()
    assert.include((await accepted())[0].body, 'Entrevista agendada')
  })

  test('a description of ten million characters is cut, the rest is told', async ({ assert }) => {
    await anInterview({ description: 'ã🇧🇷'.repeat(2_000_000) })
    await dispatch()
    const [{ body }] = await accepted()
    assert.isAtMost(body.length, BODY_LIMIT)
    assert.isTrue(body.isWellFormed())
    assert.include(body, '14:00')
  })

  const ODD = {
    'half an emoji': 'Sala \ud83d 1',
    'NUL': 'Sala \u0000 1',
    'right-to-left marks': 'Sala \u202E1\u202C',
    'a form feed and a vertical tab': 'Sala\f\v1',
  }
  for (const [what, location] of Object.entries(ODD)) {
    test(`a place with ${what}: one message, and the reminder is true as well`, async ({
      assert,
    }) => {
      const candidate = { name: `Ana ${location}`, phone: '(11) 90000-0001' }
      const start = { scheduled_date: '2026-12-01', scheduled_time: '14:00' }
      const details = { title: `Conversa ${location}`, interview_type: 'onsite', location }
      const api = await apiAs()
      const { status } = await api.post('/interviews', { candidate, ...details, ...start })
      assert.equal(status, 201)
      await dispatch()
      stopClockAt(TUESDAY.minus({ days: 1 }))
      await ReminderNotifier.sendDue()
      await dispatch()

      const [notice, reminder, ...more] = (await accepted()).map(({ body }) => body)
      assert.isEmpty(more)
      for (const text of [notice, reminder]) {
        assert.match(text, /Local:\* Sala/)
        assert.notInclude(text, '\u0000')
        assert.isTrue(text.isWellFormed())
      }
      const rows = await Message.query().orderBy('id')
      assert.deepEqual(
        rows.map(({ status: end }) => end),
        ['accepted', 'accepted']
      )
    })
  }
})
