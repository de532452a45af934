import { approvedTwins } from '#templates/approval/approved_twins'
import { followTwins } from '#templates/approval/follow_twins'
import { submitTwin } from '#templates/approval/submit_twin'
import TemplateTwin from '#templates/models/template_twin'
import { TEMPLATE_KEYS } from '#templates/template_catalogue'
import type { Locale } from '#contacts/locales'
import { planAsTwin } from '#messages/approved_wording'
import Contact from '#contacts/models/contact'
import Message from '#messages/models/message'
import { Sweeper } from '#messages/sweeper'
import { ReminderNotifier } from '#notifications/reminder_notifier'
import {
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
  writes,
} from '#tests/scene'
import { appUrl } from '#config/app'
import env from '#start/env'
import type { Capabilities } from '#whatsapp/gateways/gateway'
import { TwilioGateway } from '#whatsapp/gateways/twilio_gateway'
import whatsapp from '#whatsapp/services/main'
import { WhatsappManager } from '#whatsapp/whatsapp_manager'
import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'

const requests = () => simulator<unknown[]>('GET', 'requests')
const decide = (name: string, status: string) => simulator('PUT', `contents/${name}`, { status })

const onThePhone = async () =>
  (await simulator<any[]>('GET', 'messages')).filter(({ direction }) => direction !== 'inbound')

async function approveAll(locale: Locale = 'pt-BR') {
  await simulator('PUT', 'settings', { approval_ms: 0, window: 'enforced' })
  for (const templateKey of TEMPLATE_KEYS) {
    await submitTwin({ sender: 'twilio', templateKey, locale }, { by: null })
  }
  stopClockAt(NOW.plus({ minutes: 2 }))
  await followTwins()
}

/** The number the simulator knows, as if it were no sandbox: free text only inside the window. */
class OwnNumber extends TwilioGateway {
  override readonly capabilities: Capabilities

  constructor() {
    super({
      accountSid: env.get('TWILIO_ACCOUNT_SID'),
      authToken: env.get('TWILIO_AUTH_TOKEN'),
      from: env.get('TWILIO_WHATSAPP_FROM'),
      baseUrl: `${appUrl}/simulator/twilio`,
      publicUrl: appUrl,
      connections: 5,
      timeoutMs: 5000,
    })
    this.capabilities = { ...whatsapp.use('twilio').capabilities, freeTextAnytime: false }
  }
}

const ownNumber = () =>
  new WhatsappManager({ default: 'twilio', senders: { twilio: () => new OwnNumber() } })

const newestOf = async (interview: Parameters<typeof messagesOf>[0]) =>
  (await messagesOf(interview)).at(-1)!

test.group('Outside the window', (group) => {
  let ours: WhatsappManager
  group.each.setup(cleanScene)
  group.each.setup(() => {
    ours = ownNumber()
    return () => ours.close()
  })

  test('a notice goes out as the approved twin: the phone shows the values and three buttons', async ({
    assert,
  }) => {
    await approveAll()
    const interview = await anInterview()
    await dispatch(ours)

    const notice = await newestOf(interview)
    assert.equal(notice.status, 'accepted')
    const [shown] = await onThePhone()
    assert.equal(shown.body, notice.body)
    assert.include(shown.body, '• *Título:* Entrevista técnica\n')
    assert.include(
      shown.body,
      '• *Local:* Rua do Exemplo, 100 · Pedimos que chegue com 10 minutos de antecedência.'
    )
    assert.deepEqual(
      shown.content.buttons.map(({ title }: { title: string }) => title),
      ['Confirmar', 'Remarcar', 'Cancelar']
    )
    const twin = await TemplateTwin.findOrFail(notice.templateTwinId!)
    assert.equal(twin.name, 'convoca_interview_scheduled_v1')
    await interview.refresh()
    assert.equal(interview.whatsappStatus, 'accepted')
  })

  test('a move tells the old date, a reminder speaks of the day it leaves on', async ({
    assert,
  }) => {
    await approveAll()
    const interview = await anInterview()
    await dispatch(ours)
    await interview.edit({ startsAt: TUESDAY.plus({ hours: 1 }) }, { by: null })
    await slotsFree()
    await dispatch(ours)
    assert.include(
      (await newestOf(interview)).body,
      'Antes: terça-feira, 1º de dezembro de 2026, às 14:00.'
    )

    stopClockAt(TUESDAY.minus({ days: 1 }).plus({ hours: 1 }))
    await ReminderNotifier.sendDue()
    await slotsFree()
    await dispatch(ours)
    const reminder = await newestOf(interview)
    assert.equal(reminder.status, 'accepted')
    assert.include(reminder.body, 'uma entrevista com a gente amanhã:')
  })

  test('a person who reads Spanish is told in Spanish', async ({ assert }) => {
    await approveAll('es')
    const { id } = await aCandidate({ locale: 'es' })
    const interview = await anInterview({ candidateId: id })
    await dispatch(ours)
    assert.include((await newestOf(interview)).body, '• *Título:* Entrevista técnica')
    assert.include((await newestOf(interview)).body, '¡Hola, Ana Exemplo!')
  })

  test('with no approved twin it fails before the call and says what to do', async ({ assert }) => {
    await simulator('PUT', 'settings', { approvals: 'refused' })
    await approveAll()
    const interview = await anInterview()
    await dispatch(ours)
    const notice = await newestOf(interview)
    assert.deepEqual([notice.status, notice.reason], ['failed', 'needs_template'])
    assert.match(notice.explanation!, /Peça a aprovação em Configurações › Modelos/)
    assert.isEmpty(await requests())
  })

  test('inside the window, and from the sandbox, the text itself goes out', async ({ assert }) => {
    await approveAll()
    const interview = await anInterview()
    await dispatch()
    const notice = await newestOf(interview)
    assert.isNull(notice.templateTwinId)
    assert.include(notice.body, 'Responda *1* para confirmar')
  })

  test('a window that opens while it waits lets the text itself go out', async ({ assert }) => {
    await approveAll()
    await simulator('PUT', 'settings', { fault: 'http_429', times: 1 })
    const interview = await anInterview()
    await dispatch(ours)
    assert.equal((await newestOf(interview)).status, 'queued')
    assert.isNotNull((await newestOf(interview)).templateTwinId)

    await writes('oi')
    await Message.query().where('status', 'queued').update({ send_at: NOW.toISO() })
    await db.from('senders').update({ held_until: null, next_slot_ms: 0 })
    await dispatch(ours)
    const notice = (await messagesOf(interview)).find(({ kind }) => kind === 'notice')!
    assert.equal(notice.status, 'accepted')
    assert.isNull(notice.templateTwinId)
    assert.isNull(notice.twinWording)
    assert.include(notice.body, '*Local:* Rua do Exemplo, 100\n')
  })

  test('one whose sending is uncertain is found by the words the person reads', async ({
    assert,
  }) => {
    await approveAll()
    await simulator('PUT', 'settings', { fault: 'accept_then_500', times: 1, callbacks: 'lost' })
    const interview = await anInterview()
    await dispatch(ours)
    assert.equal((await newestOf(interview)).status, 'unconfirmed')
    stopClockAt(NOW.plus({ minutes: 5 }))
    await new Sweeper(ours, logger).sweep()
    assert.notEqual((await newestOf(interview)).status, 'unconfirmed')
    assert.isNotNull((await newestOf(interview)).providerMessageId)
  })

  test('sent again, it is worded again', async ({ assert }) => {
    await approveAll()
    const interview = await anInterview()
    await simulator('PUT', 'settings', { fault: 'error_code', error_code: 63024, times: 1 })
    await dispatch(ours)
    const failed = await newestOf(interview)
    assert.equal(failed.status, 'failed')
    const again = await failed.resend()
    assert.include(again.body, 'Responda *1* para confirmar')
    assert.isNull((await Message.findOrFail(again.id)).templateTwinId)
    await slotsFree()
    await dispatch(ours)
    const sent = await newestOf(interview)
    assert.deepEqual([sent.status, sent.body], ['accepted', failed.body])
  })

  for (const [code, state] of [
    [63040, 'rejected'],
    [63041, 'paused'],
    [63042, 'disabled'],
  ] as const) {
    test(`${code} says that the twin is ${state}: the next one does not try it`, async ({
      assert,
    }) => {
      await approveAll()
      await simulator('PUT', 'settings', { fault: 'error_code', error_code: code, times: 1 })
      const interview = await anInterview()
      await dispatch(ours)
      const notice = await newestOf(interview)
      assert.deepEqual([notice.status, notice.errorCode], ['failed', String(code)])
      const twin = await TemplateTwin.findOrFail(notice.templateTwinId!)
      assert.equal(twin.state, state)
      assert.match(twin.reason!, /não está mais aprovado/)

      const before = (await requests()).length
      await notice.resend()
      await slotsFree()
      await dispatch(ours)
      assert.equal((await newestOf(interview)).reason, 'needs_template')
      assert.lengthOf(await requests(), before)
    })
  }

  test('a template that was paused meanwhile is heard of with the receipt', async ({ assert }) => {
    await approveAll()
    await decide('convoca_interview_scheduled_v1', 'paused')
    const interview = await anInterview()
    await dispatch(ours)
    await deliverCallbacks()
    const notice = await newestOf(interview)
    assert.equal(notice.status, 'failed')
    const twin = await TemplateTwin.findOrFail(notice.templateTwinId!)
    assert.equal(twin.state, 'paused')
  })

  test('who is forgotten leaves no words behind', async ({ assert }) => {
    await approveAll()
    const interview = await anInterview()
    await dispatch(ours)
    await (await Contact.findOrFail(interview.candidateId)).anonymise()
    assert.isNull((await newestOf(interview)).twinWording)
  })
})

test.group('An approved template that a person picks', (group) => {
  let ours: WhatsappManager
  group.each.setup(cleanScene)
  group.each.setup(() => {
    ours = ownNumber()
    return () => ours.close()
  })

  async function pick(text: string) {
    const ana = await aCandidate()
    const twin = (await approvedTwins('twilio', ana.locale)).at(-1)!
    const values = { candidate_name: ana.name, message_text: text }
    const worded = planAsTwin(twin, values)
    const now = NOW.plus({ minutes: 2 })
    const message = await db.transaction((trx) =>
      Message.plan(
        {
          ...worded,
          kind: 'reply',
          contact: ana,
          address: ana.address,
          sender: 'twilio',
          dedupeKey: 'picked',
          sendAt: now,
          expiresAt: now.plus({ days: 1 }),
        },
        trx
      )
    )
    return message!
  }

  test('is sent as previewed, whether the window is open or not', async ({ assert }) => {
    await approveAll()
    const message = await pick('Pode enviar\nseu portfólio?')
    await dispatch(ours)
    await message.refresh()
    const [shown] = await onThePhone()
    assert.deepEqual([message.status, shown.body], ['accepted', message.body])
    assert.include(shown.body, 'Pode enviar · seu portfólio?')
  })

  test('is not sent any more once it is not approved', async ({ assert }) => {
    await approveAll()
    const message = await pick('Oi')
    await TemplateTwin.query().update({ state: 'paused' })
    await dispatch(ours)
    await message.refresh()
    assert.deepEqual([message.status, message.reason], ['failed', 'needs_template'])
    assert.isEmpty(await requests())
  })
})
