import Contact from '#contacts/models/contact'
import { rearmReminders } from '#interviews/rearm_reminders'
import Interview from '#interviews/models/interview'
import Message from '#messages/models/message'
import { Sweeper } from '#messages/sweeper'
import { ReminderNotifier } from '#notifications/reminder_notifier'
import CompanySettings from '#settings/models/company_settings'
import { apiAs } from '#tests/api_v1'
import { aCandidate, accepted, anInterview, cleanScene, deliverCallbacks } from '#tests/scene'
import { dispatch, messagesOf, NOW, processWebhooks, simulator, slotsFree } from '#tests/scene'
import { stopClockAt, TUESDAY } from '#tests/scene'
import { claimAndDie } from '#tests/story/ledger'
import { aSid, inboundCall } from '#tests/twilio_calls'
import WebhookCall from '#webhooks/models/webhook_call'
import whatsapp from '#whatsapp/services/main'
import logger from '@adonisjs/core/services/logger'
import { test } from '@japa/runner'

const by = null
const DAY_BEFORE = TUESDAY.minus({ days: 1 })
const sweep = () => new Sweeper(whatsapp, logger).sweep()
const texts = async () => (await accepted()).map(({ body }) => body)
const reminders = async () => (await texts()).filter((text) => text.startsWith('⏰'))
const requests = () => simulator<unknown[]>('GET', 'requests')

async function told(details = {}) {
  const interview = await anInterview(details)
  await dispatch()
  return interview
}

/** Each bug was met by the users of another product; the reference is where. */
test.group('What went wrong elsewhere', (group) => {
  group.tap((peer) => void peer.tags(['@peers']))
  group.each.setup(cleanScene)

  // chatwoot/chatwoot #12821: the next tick picked up what a slow one was still working on.
  test('overlapping ticks remind each candidate once', async ({ assert }) => {
    for (let n = 0; n < 15; n++) {
      await told({ candidateId: (await aCandidate({ phone: `+55119000000${10 + n}` })).id })
    }
    stopClockAt(DAY_BEFORE)
    const ticks = Array.from({ length: 4 }, () => ReminderNotifier.sendDue().then(() => dispatch()))
    await Promise.all(ticks)
    await dispatch()
    assert.lengthOf(await reminders(), 15)
  })

  // chatwoot/chatwoot #13359, #14214, #14058, #13261: a burst of messages made several conversations.
  test('twenty messages of a new person at once belong to one person', async ({ assert }) => {
    await aCandidate()
    await Promise.all(Array.from({ length: 20 }, (_, n) => inboundCall(aSid(n), `imagem ${n}`)))
    await Promise.all([processWebhooks(), processWebhooks()].map((one) => one.catch(() => {})))
    await processWebhooks()
    assert.lengthOf(await Contact.all(), 1)
    const owners = (await Message.all()).map(({ contactId }) => contactId)
    assert.lengthOf(owners, 20)
    assert.lengthOf([...new Set(owners)], 1)
  })

  // chatwoot/chatwoot #9314: on a weak connection the client sent the same request twice.
  test('a booking that the client repeats is booked and told once', async ({ assert }) => {
    const api = await apiAs()
    const booking = {
      candidate: { name: 'Ana Exemplo', phone: '(11) 90000-0001' },
      title: 'Entrevista técnica',
      interview_type: 'phone',
      scheduled_date: '2026-12-01',
      scheduled_time: '14:00',
    }
    const once = { 'idempotency-key': 'the-same-click' }
    const first = await api.post('/interviews', booking, once)
    const again = await api.post('/interviews', booking, once)
    assert.deepEqual([again.status, again.body], [first.status, first.body])
    await dispatch()
    assert.lengthOf(await Interview.all(), 1)
    assert.lengthOf(await texts(), 1)
  })

  // chatwoot/chatwoot #9314, for the button: a person who is not sure presses it again.
  test('“Reenviar” pressed twice at once sends once', async ({ assert }) => {
    await simulator('PUT', 'settings', { fault: 'error_code', error_code: 21211, times: 1 })
    const interview = await told()
    const [failed] = await messagesOf(interview)
    const presses = [failed, await Message.findOrFail(failed.id)].map((message) => message.resend())
    const done = (await Promise.allSettled(presses)).map(({ status }) => status)
    assert.sameMembers(done, ['fulfilled', 'rejected'])
    await dispatch()
    assert.lengthOf(await texts(), 1)
  })

  // calcom/cal.com #7225, #6973: reminded of what was cancelled.
  for (const moment of ['planned', 'written', 'claimed by a process that died']) {
    test(`a reminder already ${moment} does not outlive the cancellation`, async ({ assert }) => {
      const interview = await told()
      stopClockAt(DAY_BEFORE)
      if (moment !== 'planned') await ReminderNotifier.sendDue()
      if (moment.startsWith('claimed')) await claimAndDie()
      await interview.cancel({ by, reason: null })
      for (const minutes of [0, 2, 4, 6, 8]) {
        stopClockAt(DAY_BEFORE.plus({ minutes }))
        await ReminderNotifier.sendDue()
        await sweep()
        await dispatch()
      }
      assert.isEmpty(await reminders())
      assert.isTrue((await texts()).at(-1)!.startsWith('❌'))
    })
  }

  // calcom/cal.com #6905, #6991, #7232: reminded of the old date, and the fix stopped at a hundred.
  test('a hundred and fifty moved interviews are reminded of at the new date alone', async ({
    assert,
  }) => {
    const many = 150
    const interviews: Interview[] = []
    for (let n = 0; n < many; n++) {
      const phone = `+5511900000${String(n).padStart(3, '0')}`
      interviews.push(await anInterview({ candidateId: (await aCandidate({ phone })).id }))
    }
    const later = TUESDAY.plus({ days: 2 })
    for (const interview of interviews) await interview.edit({ startsAt: later }, { by })
    stopClockAt(DAY_BEFORE)
    assert.equal(await ReminderNotifier.sendDue(), 0)
    stopClockAt(later.minus({ days: 1 }))
    assert.equal(await ReminderNotifier.sendDue(), many)
  }).timeout(60_000)

  // calcom/cal.com #6991: moved after its reminder, it was never reminded of again.
  test('moved after its reminder, an interview is reminded of at the new date as well', async ({
    assert,
  }) => {
    const interview = await told()
    const later = TUESDAY.plus({ days: 2 })
    for (const start of [TUESDAY, later]) {
      await interview.edit({ startsAt: start }, { by })
      stopClockAt(start.minus({ days: 1 }))
      await ReminderNotifier.sendDue()
      await dispatch()
    }
    const [first, second, ...more] = await reminders()
    assert.isEmpty(more)
    assert.include(first, '1º de dezembro')
    assert.include(second, '3 de dezembro')
  })

  // calcom/cal.com scheduleSMSReminders.ts: sent, then noted; who died in between sent again.
  test('who dies between the call and the note does not send again', async ({ assert }) => {
    await simulator('PUT', 'settings', { fault: 'accept_then_reset', times: 1 })
    await told()
    for (const minutes of [2, 4, 6, 8]) {
      stopClockAt(NOW.plus({ minutes }))
      await Promise.all([sweep(), dispatch()])
    }
    assert.lengthOf(await texts(), 1)
  })

  // calcom/cal.com #14943: after two failures the reminder was deleted.
  test('a reminder that fails again and again stays, and is sent when it can be', async ({
    assert,
  }) => {
    const interview = await told()
    stopClockAt(DAY_BEFORE)
    await ReminderNotifier.sendDue()
    await simulator('PUT', 'settings', { fault: 'http_429' })
    for (let hours = 0; hours < 5; hours++) {
      stopClockAt(DAY_BEFORE.plus({ hours }))
      await slotsFree()
      await dispatch()
    }
    await simulator('PUT', 'settings', { fault: 'none' })
    stopClockAt(DAY_BEFORE.plus({ hours: 6 }))
    await slotsFree()
    await dispatch()
    assert.lengthOf(await reminders(), 1)
    assert.equal((await messagesOf(interview)).at(-1)!.status, 'accepted')
  })

  // calcom/cal.com #10166: the one who cancelled was reminded with the others.
  test('of two interviews at one hour, only the one that stands is reminded of', async ({
    assert,
  }) => {
    const cancelled = await told({ title: 'Cancelada' })
    const bia = await aCandidate({ phone: '+5511900000002' })
    await told({ title: 'De pé', candidateId: bia.id })
    await cancelled.cancel({ by, reason: null })
    stopClockAt(DAY_BEFORE)
    await ReminderNotifier.sendDue()
    await dispatch()
    const [text, ...more] = await reminders()
    assert.isEmpty(more)
    assert.include(text, 'De pé')
  })

  // Cal-ID #790: who edited the reminders cancelled them all and created none.
  test('other reminder hours give every interview ahead its new reminder', async ({ assert }) => {
    const interview = await told()
    const settings = await CompanySettings.current()
    await settings.merge({ reminderOffsets: [120] }).save()
    await rearmReminders([120])
    stopClockAt(DAY_BEFORE)
    assert.equal(await ReminderNotifier.sendDue(), 0)
    stopClockAt(TUESDAY.minus({ hours: 2 }))
    assert.equal(await ReminderNotifier.sendDue(), 1)
    await interview.refresh()
    assert.isNull(interview.nextReminderAt)
  })

  // frappe/frappe #19386, #35334, #29197, #32964: a flush every five minutes took what was still being sent.
  test('what is still being sent is taken by no second dispatcher and no sweeper', async ({
    assert,
  }) => {
    await simulator('PUT', 'settings', { fault: 'slow', slow_ms: 400, times: 1 })
    await anInterview()
    const sending = dispatch()
    const others = Promise.all([dispatch(), sweep(), dispatch(), sweep()])
    await Promise.all([sending, others])
    assert.lengthOf(await requests(), 1)
  })

  // openemr/openemr #11477: the wrong column was asked, and the reminder came every hour.
  test('in the day before, a tick each hour reminds once', async ({ assert }) => {
    await told()
    for (let hours = 24; hours >= 0; hours--) {
      stopClockAt(TUESDAY.minus({ hours }))
      await ReminderNotifier.sendDue()
      await dispatch()
    }
    assert.lengthOf(await reminders(), 1)
  })

  // civicrm/civicrm-core #8987: once for every event of the record.
  test('however often an interview was edited, it is reminded of once', async ({ assert }) => {
    const interview = await told()
    for (const place of ['A', 'B', 'C', 'D']) await interview.edit({ location: place }, { by })
    await interview.confirm({ by })
    await dispatch()
    stopClockAt(DAY_BEFORE)
    await ReminderNotifier.sendDue()
    await dispatch()
    assert.lengthOf(await reminders(), 1)
  })

  // indigo-iam/iam #1115: one to eight copies, one for each replica.
  test('eight replicas of everything remind once', async ({ assert }) => {
    await told()
    stopClockAt(DAY_BEFORE)
    const replicas = Array.from({ length: 8 }, async () => {
      await ReminderNotifier.sendDue()
      await dispatch()
      await sweep()
    })
    await Promise.all(replicas)
    assert.lengthOf(await reminders(), 1)
  })

  // novuhq/novu #12373: a retry of what had been written already dropped the message.
  test('every step can be run again after it was written', async ({ assert }) => {
    const interview = await told()
    await deliverCallbacks()
    await WebhookCall.query().update({ processed_at: null })
    await processWebhooks()
    const [message] = await messagesOf(interview)
    assert.equal(message.status, 'read')
    stopClockAt(DAY_BEFORE)
    await ReminderNotifier.sendDue()
    await Interview.query().update({ next_reminder_at: DAY_BEFORE.toISO() })
    await ReminderNotifier.sendDue()
    await dispatch()
    assert.lengthOf(await reminders(), 1)
  })

  // elizaOS/eliza #22382, #22384; twilio/twilio-node #1023, #1004; twilio/twilio-ruby #519: the POST is not idempotent.
  for (const fault of ['http_500', 'http_503_empty', 'reset_before', 'accept_then_500']) {
    test(`after ${fault} nobody posts again before asking`, async ({ assert }) => {
      await simulator('PUT', 'settings', { fault, times: 1 })
      await told()
      await dispatch()
      assert.lengthOf(await requests(), 1)
      stopClockAt(NOW.plus({ minutes: 2 }))
      await sweep()
      await dispatch()
      assert.lengthOf(await requests(), 1)
    })
  }
})
