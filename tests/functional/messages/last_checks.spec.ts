import Contact from '#contacts/models/contact'
import Message from '#messages/models/message'
import { sentLately } from '#messages/daily_cap'
import { sendTestMessage } from '#messages/test_message'
import { ReminderNotifier } from '#notifications/reminder_notifier'
import CompanySettings from '#settings/models/company_settings'
import { Sweeper } from '#messages/sweeper'
import {
  accepted,
  aCandidate,
  anInterview,
  cleanScene,
  deliverCallbacks,
  dispatch,
  messagesOf,
  NOW,
  simulator,
  slotsFree,
  stopClockAt,
  TUESDAY,
  withOwnNumber,
  writes,
} from '#tests/scene'
import whatsapp from '#whatsapp/services/main'
import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'

const requests = () => simulator<unknown[]>('GET', 'requests')

const outcomes = async () =>
  (await Message.query().where('direction', 'outbound').orderBy('id')).map(({ status, reason }) => [
    status,
    reason,
  ])

test.group('Last checks: consent', (group) => {
  group.each.setup(cleanScene)

  test('who declines while the message waits is not sent it', async ({ assert }) => {
    const interview = await anInterview()
    const ana = await Contact.findOrFail(interview.candidateId)
    await ana.decide({ decision: 'nothing', source: 'recruiter', text: 'pediu' })
    await dispatch()
    assert.deepEqual(await outcomes(), [['canceled', 'contact_declined']])
    assert.isEmpty(await requests())
    await interview.refresh()
    assert.equal(interview.whatsappStatus, 'canceled')
  })

  test('a reminder to who accepts nothing ends in the history, not in silence', async ({
    assert,
  }) => {
    const { id } = await aCandidate({ accepts: 'nothing' })
    await anInterview({ candidateId: id })
    stopClockAt(TUESDAY.minus({ days: 1 }))
    await ReminderNotifier.sendDue()
    await dispatch()
    assert.deepEqual(await outcomes(), Array(2).fill(['canceled', 'contact_declined']))
  })

  test('after VOLTAR it can be sent again; before, sending again is refused', async ({
    assert,
  }) => {
    const ana = await aCandidate({ accepts: 'nothing' })
    const interview = await anInterview({ candidateId: ana.id })
    const [notice] = await messagesOf(interview)
    await assert.rejects(() => notice.resend(), /pediu para não receber/)

    await writes('VOLTAR')
    await notice.resend()
    await dispatch()
    assert.equal((await messagesOf(interview)).at(-1)!.status, 'accepted')
  })
})

test.group('Last checks: the session window', (group) => {
  group.each.setup(cleanScene)

  test('outside it a number of our own asks nobody, and the reason names the way out', async ({
    assert,
    cleanup,
  }) => {
    const ours = withOwnNumber()
    cleanup(() => ours.close())
    const interview = await anInterview()
    await dispatch(ours)

    const [notice] = await messagesOf(interview)
    assert.deepEqual([notice.status, notice.reason], ['failed', 'needs_template'])
    assert.deepEqual([notice.errorCode, notice.failedAt], [null, NOW])
    assert.match(notice.explanation!, /Peça a aprovação em Configurações › Modelos/)
    assert.isEmpty(await requests())
  })

  test('within it the provider is asked; a day later it is not', async ({ assert, cleanup }) => {
    const ours = withOwnNumber()
    cleanup(() => ours.close())
    const { id } = await aCandidate()
    await writes('bom dia')
    await anInterview({ candidateId: id })
    await dispatch(ours)
    assert.lengthOf(await requests(), 1)

    stopClockAt(NOW.plus({ hours: 24 }))
    await slotsFree()
    await dispatch(ours)
    assert.lengthOf(await requests(), 1)
    assert.deepEqual((await outcomes()).at(-1), ['failed', 'needs_template'])
  })

  test('the sandbox is never refused here, a test message by no number', async ({
    assert,
    cleanup,
  }) => {
    const ours = withOwnNumber()
    cleanup(() => ours.close())
    await anInterview()
    await dispatch()
    assert.lengthOf(await accepted(), 1)

    await sendTestMessage('+5511900000002', 'twilio')
    await dispatch(ours)
    assert.lengthOf(await requests(), 2)
  })
})

test.group('Last checks: the daily cap', (group) => {
  group.each.setup(cleanScene)
  group.each.setup(async () => {
    const settings = await CompanySettings.current()
    await settings.merge({ dailyMessagesPerContact: 2 }).save()
  })

  const book = (candidateId: number, days: number) =>
    anInterview({ candidateId, startsAt: TUESDAY.plus({ days }) })

  test('what is over it waits until the oldest is a day old, then goes', async ({ assert }) => {
    const { id } = await aCandidate()
    await book(id, 0)
    await dispatch()
    stopClockAt(NOW.plus({ minutes: 30 }))
    for (const days of [1, 2, 3]) await book(id, days)
    await dispatch()

    assert.lengthOf(await accepted(), 2)
    const waiting = await Message.query().where('status', 'queued')
    assert.deepEqual(
      waiting.map(({ reason, sendAt }) => [reason, sendAt!.toISO()]),
      Array(2).fill(['daily_cap', NOW.plus({ days: 1 }).toISO()])
    )
    assert.match(waiting[0].explanation!, /máximo de mensagens/)

    stopClockAt(NOW.plus({ days: 1 }))
    await dispatch()
    assert.lengthOf(await accepted(), 3)
    stopClockAt(NOW.plus({ days: 1, minutes: 30 }))
    await dispatch()
    assert.lengthOf(await accepted(), 4)
  })

  test('what would come too late says so at once', async ({ assert }) => {
    const { id } = await aCandidate()
    for (const hours of [2, 3, 4]) {
      await anInterview({ candidateId: id, startsAt: NOW.plus({ hours }) })
    }
    await dispatch()
    assert.deepEqual((await outcomes()).at(-1), ['expired', 'daily_cap'])
  })

  test('others are not concerned, nor does count what never rang', async ({ assert }) => {
    const { id } = await aCandidate()
    await simulator('PUT', 'settings', { fault: 'error_code', error_code: 21211, times: 2 })
    for (const days of [0, 1]) await book(id, days)
    await dispatch()
    for (const days of [2, 3]) await book(id, days)
    await anInterview({ candidateId: (await aCandidate({ phone: '+5511900000002' })).id })
    await dispatch()
    assert.lengthOf(await accepted(), 3)
    assert.lengthOf(await Message.query().where('status', 'queued'), 0)
  })

  test('an uncertain send counts: it may have rung', async ({ assert }) => {
    const { id } = await aCandidate()
    await simulator('PUT', 'settings', { fault: 'accept_then_500', times: 1 })
    await book(id, 0)
    await dispatch()
    await db.from('messages').update({ reconcile_at: null })
    for (const days of [1, 2]) await book(id, days)
    await dispatch()
    assert.equal((await Message.query().orderBy('id', 'desc').firstOrFail()).reason, 'daily_cap')
  })

  test('a row that waits past its use ends', async ({ assert }) => {
    const { id } = await aCandidate()
    for (const days of [0, 1, 2]) await book(id, days)
    await dispatch()
    stopClockAt(TUESDAY.plus({ days: 2 }))
    await new Sweeper(whatsapp, logger).sweep()
    assert.deepEqual((await outcomes()).at(-1), ['expired', 'too_late'])
  })

  test('one question answers for a whole wave', async ({ assert }) => {
    const one = await aCandidate()
    const two = await aCandidate({ phone: '+5511900000002' })
    for (const { id } of [one, two, two]) await book(id, 0)
    await dispatch()
    await deliverCallbacks()

    const addresses = [one.phone!, two.phone!, '+5511900000003']
    const lately = await db.transaction((trx) => sentLately(addresses, NOW, trx))
    assert.deepEqual([...lately].sort(), [
      [one.phone!, { count: 1, oldest: NOW }],
      [two.phone!, { count: 2, oldest: NOW }],
    ])
  })
})
