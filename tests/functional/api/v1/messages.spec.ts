import Message from '#messages/models/message'
import { Dispatcher } from '#messages/dispatcher'
import CompanySettings from '#settings/models/company_settings'
import { apiAs, type Api } from '#tests/api_v1'
import {
  aCandidate,
  anInterview,
  cleanScene,
  deliverCallbacks,
  dispatch,
  messagesOf,
  simulator,
  TUESDAY,
} from '#tests/scene'
import whatsapp from '#whatsapp/services/main'
import logger from '@adonisjs/core/services/logger'
import { test } from '@japa/runner'

/** A provider that refuses the number. */
const refuse = (number: string) =>
  simulator('PUT', `phones/${encodeURIComponent(number)}`, { on_whatsapp: false })

test.group('API: messages', (group) => {
  let api: Api
  group.each.setup(cleanScene)
  group.each.setup(async () => {
    api = await apiAs()
  })

  const idsAt = async (query: string) =>
    (await api.get(`/messages?${query}`)).body.data.map(({ id }: any) => id)

  test('they are listed newest first and filtered', async ({ assert }) => {
    const caio = await aCandidate({ name: 'Caio', phone: '+5511900000002' })
    const one = await anInterview()
    const two = await anInterview({ candidateId: caio.id })
    await dispatch()
    await two.cancel({ by: null, reason: null })
    const [booked] = await messagesOf(one)
    const [other, cancelled] = await messagesOf(two)

    assert.deepEqual(await idsAt(''), [cancelled.id, other.id, booked.id])
    assert.deepEqual(await idsAt('limit=1'), [cancelled.id])
    assert.deepEqual(await idsAt(`interview_id=${one.id}`), [booked.id])
    assert.deepEqual(await idsAt(`contact_id=${caio.id}`), [cancelled.id, other.id])
    assert.deepEqual(await idsAt('status=queued'), [cancelled.id])
    assert.deepEqual(await idsAt('kind=reminder'), [])
    assert.deepEqual(await idsAt('direction=inbound'), [])

    const first = await api.get('/messages?limit=2')
    assert.deepEqual(await idsAt(`limit=2&cursor=${first.body.next_cursor}`), [booked.id])
    for (const query of ['status=lost', 'kind=sms', 'direction=up', 'interview_id=x']) {
      assert.equal((await api.get(`/messages?${query}`)).status, 422)
    }
  })

  test('one tells what became of it', async ({ assert }) => {
    const interview = await anInterview()
    await dispatch()
    await deliverCallbacks()
    const [{ id, providerMessageId }] = await messagesOf(interview)
    const { body } = await api.get(`/messages/${id}`)
    assert.include(body, { status: 'read', kind: 'notice', sid: providerMessageId, reason: null })
    assert.include(body.body, 'Ana Exemplo')
    assert.isString(body.delivered_at)
    assert.equal((await api.get('/messages/999')).status, 404)
  })

  test('a stopped one says why in Portuguese and can be sent again', async ({ assert }) => {
    const interview = await anInterview()
    await Message.query().update({
      status: 'failed',
      reason: 'rejected',
      error_code: '63024',
      failed_at: '2026-11-20T13:00:01.000Z',
    })
    const [failed] = await messagesOf(interview)
    const before = await api.get(`/messages/${failed.id}`)
    assert.equal(before.body.explanation, whatsapp.use().explain('63024'))

    const { status, body, headers } = await api.post(`/messages/${failed.id}/resend`)
    assert.equal(status, 201)
    assert.equal(headers.get('location'), `/api/v1/messages/${body.id}`)
    assert.include(body, { status: 'queued', body: failed.body })
    assert.equal((await api.post(`/messages/${failed.id}/resend`)).status, 409)
  })

  test('one that went out, or no longer tells the truth, is not sent again', async ({ assert }) => {
    const interview = await anInterview()
    await dispatch()
    const [sent] = await messagesOf(interview)
    const { status, body } = await api.post(`/messages/${sent.id}/resend`)
    assert.equal(status, 409)
    assert.equal(body.type, '/problems/message_not_resendable')

    await Message.query().update({ status: 'failed', reason: 'rejected' })
    await interview.refresh()
    await interview.cancel({ by: null, reason: null })
    const outdated = await api.post(`/messages/${sent.id}/resend`)
    assert.equal(outdated.body.type, '/problems/message_outdated')
    assert.equal((await api.post('/messages/999/resend')).status, 404)
  })

  test('one nobody could find out about is marked as sent, or sent again, once', async ({
    assert,
  }) => {
    await anInterview()
    const { id } = await Message.firstOrFail()
    const mark = () => api.post(`/messages/${id}/mark_as_sent`)
    assert.equal((await mark()).status, 409)
    await Message.query().update({ status: 'unconfirmed', reason: 'needs_person' })

    const waiting = await api.get('/messages?status=unconfirmed')
    assert.deepEqual(
      waiting.body.data.map((row: { id: number }) => row.id),
      [id]
    )
    const { status, body } = await mark()
    assert.equal(status, 200)
    assert.include(body, { id, status: 'accepted', reason: 'marked_as_sent' })
    assert.equal((await mark()).status, 409)
    assert.equal((await api.post('/messages/999/mark_as_sent')).status, 404)
  })
})

test.group('API: the timeline', (group) => {
  let api: Api
  group.each.setup(cleanScene)
  group.each.setup(async () => {
    api = await apiAs()
  })

  test('it tells in order what happened, what was said and what will be', async ({ assert }) => {
    const settings = await CompanySettings.current()
    await settings.merge({ reminderOffsets: [24 * 60, 60] }).save()
    const { id } = await anInterview()
    await dispatch()
    await api.patch(`/interviews/${id}`, { starts_at: '2026-12-02T10:00:00-03:00' })

    const { body } = await api.get(`/interviews/${id}/timeline`)
    const lines = body.data.map(({ kind, message }: any) => [kind, message?.status ?? null])
    assert.deepEqual(lines, [
      ['booked', null],
      ['rescheduled', null],
      ['notice', 'accepted'],
      ['notice', 'queued'],
      ['reminder', 'planned'],
      ['reminder', 'planned'],
    ])
    const [, moved, told, , first, second] = body.data
    assert.equal(moved.actor.name, 'Rita Demonstração')
    assert.deepEqual(moved.changes.starts_at, {
      from: '2026-12-01T17:00:00.000Z',
      to: '2026-12-02T13:00:00.000Z',
    })
    assert.isString(told.message.sid)
    assert.equal(first.at, '2026-12-01T13:00:00.000Z')
    assert.equal(second.at, '2026-12-02T12:00:00.000Z')
    assert.isNull(first.message.body)
  })

  test('after the end nothing is planned', async ({ assert }) => {
    const interview = await anInterview()
    await interview.cancel({ by: null, reason: null })
    const { body } = await api.get(`/interviews/${interview.id}/timeline`)
    const statuses = body.data.map(({ message }: any) => message?.status).filter(Boolean)
    assert.deepEqual(statuses, ['superseded'])
    assert.equal((await api.get('/interviews/999/timeline')).status, 404)
  })
})

test.group('API: waiting for the outcome', (group) => {
  let api: Api
  let dispatcher: Dispatcher
  group.each.setup(cleanScene)
  group.each.setup(async () => {
    api = await apiAs()
    dispatcher = new Dispatcher(whatsapp, logger)
    dispatcher.start()
    return () => dispatcher.stop()
  })

  const booking = {
    candidate: { name: 'Ana Exemplo', phone: '+5511900000001' },
    title: 'Triagem',
    interview_type: 'phone',
    starts_at: TUESDAY.toISO(),
  }

  test('booking, moving, cancelling and resending answer with it', async ({ assert }) => {
    const wait = { prefer: 'respond-async, wait=20' }
    const booked = await api.post('/interviews', booking, wait)
    assert.equal(booked.headers.get('preference-applied'), 'wait=20')
    assert.include(booked.body, { whatsapp_status: 'accepted', whatsapp_sent: true })

    const at = `/interviews/${booked.body.id}`
    const moved = await api.patch(at, { starts_at: '2026-12-02T10:00:00-03:00' }, wait)
    assert.equal(moved.body.whatsapp_status, 'accepted')
    assert.notEqual(moved.body.whatsapp_message_sid, booked.body.whatsapp_message_sid)

    const cancelled = await api.post(`${at}/cancellation`, {}, wait)
    assert.equal(cancelled.body.whatsapp_status, 'accepted')

    const last = await Message.query().orderBy('id', 'desc').firstOrFail()
    await last.merge({ status: 'failed', reason: 'rejected' }).save()
    const again = await api.post(`/messages/${last.id}/resend`, undefined, wait)
    assert.equal(again.body.status, 'accepted')
  })

  test('a refusal is an outcome', async ({ assert }) => {
    await refuse('+5511900000001')
    const { body } = await api.post('/interviews', booking, { prefer: 'wait=20' })
    assert.notInclude(['queued', 'sending'], body.whatsapp_status)
  })

  test('when nothing is owed, or patience ends, the answer comes', async ({ assert }) => {
    await dispatcher.stop()
    const { body, status } = await api.post('/interviews', booking, { prefer: 'wait=1' })
    assert.equal(status, 201)
    assert.equal(body.whatsapp_status, 'queued')
    await Message.query().update({ status: 'accepted' })
    const noted = await api.patch(
      `/interviews/${body.id}`,
      { internal_notes: 'x' },
      { prefer: 'wait=30' }
    )
    assert.equal(noted.status, 200)
  })

  test('what is no preference is none', async ({ assert }) => {
    for (const prefer of ['wait=0', 'wait=x', 'wait', 'await=9']) {
      const { headers } = await api.post('/interviews', booking, { prefer })
      assert.isNull(headers.get('preference-applied'))
    }
  })
})
