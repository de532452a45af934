import Contact from '#contacts/models/contact'
import Interview from '#interviews/models/interview'
import Message from '#messages/models/message'
import { apiAs, type Api } from '#tests/api_v1'
import {
  aCandidate,
  accepted,
  anInterview,
  aUser,
  cleanScene,
  deliverCallbacks,
  dispatch,
  stopClockAt,
  TUESDAY,
} from '#tests/scene'
import { test } from '@japa/runner'

const candidate = { name: 'João Exemplo', phone: '(11) 90000-0001', external_id: 'ERP-7' }
const details = {
  title: 'Entrevista técnica',
  interview_type: 'onsite',
  location: 'Rua do Exemplo, 100',
}
const start = { scheduled_date: '2026-12-01', scheduled_time: '14:00' }
const booking = { candidate, ...details, ...start }

const fieldsOf = (body: any) => body.errors.map(({ field }: any) => field)

test.group('API: booking', (group) => {
  let api: Api
  group.each.setup(cleanScene)
  group.each.setup(async () => {
    api = await apiAs()
  })

  test('a number the ERP has changed replaces ours, and the old one hears nothing', async ({
    assert,
  }) => {
    const known = await aCandidate({ externalId: 'ERP-7', whatsappAddress: '+551190000001' })
    await anInterview({ candidateId: known.id })
    const moved = { ...candidate, phone: '(11) 90000-0002' }
    const { status, body } = await api.post('/interviews', { ...booking, candidate: moved })
    assert.deepEqual([status, body.candidate_phone], [201, '+5511900000002'])

    await known.refresh()
    assert.isNull(known.whatsappAddress)
    assert.equal(known.name, 'Ana Exemplo')
    assert.lengthOf(await Contact.all(), 1)
    await dispatch()
    const told = (await accepted()).map(({ recipient }) => recipient)
    assert.deepEqual(new Set(told), new Set(['whatsapp:+5511900000002']))
  })

  test('a candidate without a number gets the one the booking brings', async ({ assert }) => {
    const known = await aCandidate({ externalId: 'ERP-7', phone: null })
    const { status } = await api.post('/interviews', booking)
    assert.equal(status, 201)
    await known.refresh()
    assert.equal(known.phone, '+5511900000001')
  })

  test('a new number that is somebody else’s is a conflict, and nothing is booked', async ({
    assert,
  }) => {
    const known = await aCandidate({ externalId: 'ERP-7' })
    const other = await aCandidate({ name: 'Bia Exemplo', phone: '+5511900000002' })
    const moved = { ...candidate, phone: '(11) 90000-0002' }
    const { status, body } = await api.post('/interviews', { ...booking, candidate: moved })
    assert.deepEqual([status, body.contact_id], [409, other.id])
    assert.include(body.detail, 'Bia Exemplo')
    await known.refresh()
    assert.equal(known.phone, '+5511900000001')
    assert.isEmpty(await Interview.all())
  })

  test('an interview is booked with its candidate, who is told', async ({ assert }) => {
    const { status, body, headers } = await api.post('/interviews', booking)
    assert.equal(status, 201)
    assert.equal(headers.get('location'), `/api/v1/interviews/${body.id}`)
    assert.include(body, {
      candidate_name: 'João Exemplo',
      candidate_phone: '+5511900000001',
      status: 'scheduled',
      revision: 1,
      starts_at: '2026-12-01T17:00:00.000Z',
      time_zone: 'America/Sao_Paulo',
      scheduled_date: '2026-12-01',
      scheduled_time: '14:00:00',
      duration_minutes: 60,
      whatsapp_sent: false,
      whatsapp_status: 'queued',
      next_reminder_at: '2026-11-30T17:00:00.000Z',
    })

    await dispatch()
    await deliverCallbacks()
    const later = await api.get(`/interviews/${body.id}`)
    const [sent] = await accepted()
    assert.include(later.body, { whatsapp_sent: true, whatsapp_status: 'read' })
    assert.equal(later.body.whatsapp_message_sid, sent.sid)
  })

  test('the candidate is found by external id, then by number', async ({ assert }) => {
    const { body: first } = await api.post('/interviews', booking)
    const byId = { ...candidate, phone: '11900000099' }
    const byPhone = { name: 'J.', phone: '+55 11 90000 0001' }
    for (const known of [byPhone, byId]) {
      const { body } = await api.post('/interviews', { ...booking, candidate: known })
      assert.equal(body.candidate_id, first.candidate_id)
    }
    assert.lengthOf(await Contact.all(), 1)
  })

  test('the start may be an instant; the zone is then only for reading', async ({ assert }) => {
    const { body } = await api.post('/interviews', {
      candidate,
      ...details,
      starts_at: '2026-12-01T14:00:00-03:00',
      time_zone: 'America/Manaus',
    })
    assert.include(body, {
      starts_at: '2026-12-01T17:00:00.000Z',
      scheduled_time: '13:00:00',
      time_zone: 'America/Manaus',
    })
  })

  test('a booking without sense names every field and saves nothing', async ({ assert }) => {
    const { status, body } = await api.post('/interviews', {
      candidate: { name: '', phone: 'abc' },
      title: '',
      interview_type: 'lunch',
      scheduled_date: '01/12/2026',
      scheduled_time: '2pm',
      time_zone: 'GMT+25',
      duration_minutes: 0,
      meeting_url: 'javascript:alert(1)',
      description: 'x'.repeat(4001),
      job_opening_id: 99999999999,
      round_id: 1,
      interviewer_ids: [0],
    })
    assert.equal(status, 422)
    assert.sameMembers(fieldsOf(body), [
      'candidate.name',
      'candidate.phone',
      'title',
      'interview_type',
      'scheduled_date',
      'scheduled_time',
      'time_zone',
      'duration_minutes',
      'meeting_url',
      'description',
      'job_opening_id',
      'round_id',
      'interviewer_ids.0',
    ])
    assert.lengthOf(await Contact.all(), 0)
    assert.lengthOf(await Interview.all(), 0)
    assert.lengthOf(await Message.all(), 0)
  })

  test('a start that cannot be is refused: {given}')
    .with([
      { given: 'the past', start: { starts_at: '2026-11-20T09:59:59-03:00' }, field: 'starts_at' },
      {
        given: 'the past, written locally',
        start: { scheduled_date: '2026-11-20', scheduled_time: '09:59' },
        field: 'scheduled_date',
      },
      { given: 'no zone', start: { starts_at: '2026-12-01T14:00:00' }, field: 'starts_at' },
      { given: 'no time', start: { starts_at: '2026-12-01' }, field: 'starts_at' },
      { given: 'no date', start: { scheduled_time: '10:00' }, field: 'scheduled_date' },
      { given: 'a date alone', start: { scheduled_date: '2026-12-01' }, field: 'scheduled_time' },
      { given: 'nothing', start: {}, field: 'scheduled_date' },
      {
        given: 'a day that is not',
        start: { scheduled_date: '2026-02-30', scheduled_time: '10:00' },
        field: 'scheduled_date',
      },
      {
        given: 'a year too far',
        start: { starts_at: '+020260-12-01T14:00:00-03:00' },
        field: 'starts_at',
      },
      {
        given: 'an hour the clocks skip',
        start: {
          scheduled_date: '2027-03-28',
          scheduled_time: '02:30',
          time_zone: 'Europe/Berlin',
        },
        field: 'scheduled_time',
      },
    ])
    .run(async ({ assert }, { start: bad, field }) => {
      const { status, body } = await api.post('/interviews', { candidate, ...details, ...bad })
      assert.equal(status, 422)
      assert.deepEqual(fieldsOf(body), [field])
      assert.lengthOf(await Interview.all(), 0)
      assert.lengthOf(await Contact.all(), 0)
    })

  test('an hour that comes twice is the first of the two', async ({ assert }) => {
    const { body } = await api.post('/interviews', {
      ...booking,
      scheduled_date: '2027-10-31',
      scheduled_time: '02:30',
      time_zone: 'Europe/Berlin',
    })
    assert.equal(body.starts_at, '2027-10-31T00:30:00.000Z')
  })

  test('somebody must be interviewed', async ({ assert }) => {
    const rest = { ...details, ...start }
    assert.deepEqual(fieldsOf((await api.post('/interviews', rest)).body), ['candidate_id'])
    const nobody = await api.post('/interviews', { ...rest, candidate_id: 12345 })
    assert.deepEqual(fieldsOf(nobody.body), ['candidate_id'])
  })

  test('any text arrives as typed: {what}')
    .with([
      { what: 'HTML', text: '<script>alert("1")</script> & <b>ok</b>' },
      { what: 'Edge syntax', text: '{{ process.env.APP_KEY }} @if(true) {{{ x }}} @eval(1)' },
      { what: 'emoji', text: '👩🏽‍💻 Ótima! 🇧🇷' },
      { what: 'right to left', text: 'مقابلة مع ‮abc‬ שלום' },
      { what: 'SQL', text: `'; drop table messages; --` },
      { what: 'many lines', text: 'um\n\n  dois\n*três*' },
    ])
    .run(async ({ assert }, { text }) => {
      const name = text.replace(/\s+/g, ' ')
      const { body } = await api.post('/interviews', {
        ...booking,
        candidate: { ...candidate, name },
        title: name,
        description: text,
      })
      assert.include(body, { candidate_name: name, title: name, description: text })
      await dispatch()
      const [sent] = await accepted()
      for (const part of [name, text]) assert.include(sent.body, part)
    })

  test('four thousand characters fit a description', async ({ assert }) => {
    const description = 'é'.repeat(4000)
    const { status, body } = await api.post('/interviews', { ...booking, description })
    assert.equal(status, 201)
    assert.equal(body.description, description)
  })

  test('what cannot be read is a 400, and says so', async ({ assert }) => {
    const { status, body, headers } = await api.post('/interviews', '{"title": ')
    assert.equal(status, 400)
    assert.equal(body.type, '/problems/bad_request')
    assert.include(headers.get('content-type')!, 'application/problem+json')
    for (const strange of [[], [booking], {}, { interviews: 1 }]) {
      assert.equal((await api.post('/interviews', strange)).status, 422)
    }
  })
})

test.group('API: what becomes of an interview', (group) => {
  let api: Api
  group.each.setup(cleanScene)
  group.each.setup(async () => {
    api = await apiAs()
  })

  test('moving it tells the candidate; internal notes tell nobody', async ({ assert }) => {
    const { id } = await anInterview()
    await dispatch()
    const noted = await api.patch(`/interviews/${id}`, { internal_notes: 'pede vaga 2' })
    assert.include(noted.body, { revision: 1, internal_notes: 'pede vaga 2' })
    assert.lengthOf(await Message.all(), 1)

    const moved = await api.patch(`/interviews/${id}`, {
      scheduled_date: '2026-12-02',
      scheduled_time: '09:30',
    })
    assert.include(moved.body, { revision: 2, starts_at: '2026-12-02T12:30:00.000Z' })
    assert.equal((await Message.query().orderBy('id', 'desc').first())!.status, 'queued')
  })

  test('only what is sent changes, and null empties', async ({ assert }) => {
    const panel = await aUser('admin')
    const { id } = await anInterview()
    const { body } = await api.patch(`/interviews/${id}`, {
      location: null,
      interview_type: 'video',
      meeting_url: 'https://chamada.exemplo.test/1',
      interviewer_ids: [panel.id],
      candidate_id: 999,
      status: 'completed',
    })
    assert.include(body, { location: null, interview_type: 'video', status: 'scheduled' })
    assert.deepEqual(body.interviewer_ids, [panel.id])
    assert.equal(body.title, 'Entrevista técnica')
  })

  test('a bad change changes nothing', async ({ assert }) => {
    const interview = await anInterview()
    const { status, body } = await api.patch(`/interviews/${interview.id}`, {
      title: 'Nova',
      starts_at: '2020-01-01T00:00:00Z',
    })
    assert.equal(status, 422)
    assert.deepEqual(fieldsOf(body), ['starts_at'])
    assert.equal((await interview.refresh()).title, 'Entrevista técnica')
  })

  test('who edits an outdated revision is told so', async ({ assert }) => {
    const { id } = await anInterview()
    await api.patch(`/interviews/${id}`, { title: 'Nova', revision: 1 })
    const { status, body } = await api.patch(`/interviews/${id}`, { title: 'Outra', revision: 1 })
    assert.equal(status, 409)
    assert.equal(body.revision, 2)
  })

  test('one that has begun keeps its start when the start is repeated', async ({ assert }) => {
    const { id } = await anInterview()
    stopClockAt(TUESDAY.plus({ minutes: 5 }))
    const { status } = await api.patch(`/interviews/${id}`, {
      starts_at: '2026-12-01T14:00:00-03:00',
      internal_notes: 'chegou',
    })
    assert.equal(status, 200)
  })

  test('{verb} is {status}, once')
    .with([
      { verb: 'cancellation', status: 'cancelled' },
      { verb: 'completion', status: 'completed' },
      { verb: 'no_show', status: 'no_show' },
      { verb: 'confirmation', status: 'confirmed' },
    ])
    .run(async ({ assert }, { verb, status }) => {
      const { id } = await anInterview()
      const first = await api.post(`/interviews/${id}/${verb}`)
      assert.equal(first.status, 200)
      assert.equal(first.body.status, status)

      const second = await api.post(`/interviews/${id}/${verb}`)
      assert.equal(second.status, 409)
      assert.equal(second.body.type, `/problems/interview_is_${status}`)
      assert.equal(second.body.status, 409)
      assert.equal((await api.post(`/interviews/999/${verb}`)).status, 404)
    })

  test('a cancelled one is not moved, and its reason is kept', async ({ assert }) => {
    const { id } = await anInterview()
    const tooLong = await api.post(`/interviews/${id}/cancellation`, { reason: 'x'.repeat(501) })
    assert.deepEqual(fieldsOf(tooLong.body), ['reason'])
    await api.post(`/interviews/${id}/cancellation`, { reason: 'Vaga congelada' })
    assert.equal((await api.patch(`/interviews/${id}`, { title: 'Nova' })).status, 409)

    const { body } = await api.get(`/interviews/${id}/timeline`)
    assert.equal(body.data.find(({ kind }: any) => kind === 'cancelled').reason, 'Vaga congelada')
  })
})

test.group('API: the list of interviews', (group) => {
  let api: Api
  group.each.setup(cleanScene)
  group.each.setup(async () => {
    api = await apiAs()
  })

  const idsAt = async (query: string) =>
    (await api.get(`/interviews?${query}`)).body.data.map(({ id }: any) => id)

  test('it is filtered by what they are and when', async ({ assert }) => {
    const ana = await aCandidate()
    const caio = await aCandidate({ name: 'Caio Ávila', phone: '+5511900000002' })
    const one = await anInterview({ candidateId: ana.id })
    const two = await anInterview({ candidateId: caio.id, startsAt: TUESDAY.plus({ days: 1 }) })
    const three = await anInterview({
      candidateId: ana.id,
      startsAt: TUESDAY.plus({ days: 2 }),
      title: 'Conversa 100%',
    })
    await three.cancel({ by: null, reason: null })

    assert.deepEqual(await idsAt(''), [one.id, two.id, three.id])
    assert.deepEqual(await idsAt('status=cancelled'), [three.id])
    assert.deepEqual(await idsAt(`candidate_id=${caio.id}`), [two.id])
    assert.deepEqual(await idsAt('job_opening_id=1'), [])
    assert.deepEqual(await idsAt('q=avila'), [two.id])
    assert.deepEqual(await idsAt('q=100%25'), [three.id])
    assert.deepEqual(await idsAt('q=conversa'), [three.id])
    assert.deepEqual(await idsAt('from=2026-12-02&to=2026-12-02'), [two.id])
    assert.deepEqual(await idsAt('from=2026-12-02T14:00:01-03:00'), [three.id])
    assert.deepEqual(await idsAt('to=2026-12-01T17:00:00Z'), [])
  })

  test('what changed since is found by it', async ({ assert }) => {
    const ana = await aCandidate()
    await anInterview({ candidateId: ana.id })
    const other = await anInterview({ candidateId: ana.id, startsAt: TUESDAY.plus({ days: 1 }) })
    stopClockAt(TUESDAY.minus({ days: 5 }))
    await api.patch(`/interviews/${other.id}`, { internal_notes: 'x' })
    assert.deepEqual(await idsAt('updated_since=2026-11-25'), [other.id])
  })

  test('queries that make no sense are refused by name', async ({ assert }) => {
    for (const query of [
      'status=late',
      'candidate_id=x',
      'job_opening_id=99999999999',
      'from=ontem',
      'to=2026-13-01',
      'updated_since=2026-12-01T10:00',
      'limit=x',
      'cursor=WzFd',
    ]) {
      const { status, body } = await api.get(`/interviews?${query}`)
      assert.equal(status, 422, query)
      assert.deepEqual(fieldsOf(body), [query.split('=')[0]])
    }
  })

  test('its pages neither skip nor repeat while interviews come and go', async ({ assert }) => {
    const ana = await aCandidate()
    const ids: number[] = []
    for (let i = 0; i < 7; i++) {
      // Some begin at the same moment: the id decides.
      const startsAt = TUESDAY.plus({ days: Math.floor(i / 3) })
      ids.push((await anInterview({ candidateId: ana.id, startsAt })).id)
    }
    const seen: number[] = []
    let cursor = ''
    while (cursor !== null) {
      const { body } = await api.get(`/interviews?limit=2${cursor && `&cursor=${cursor}`}`)
      seen.push(...body.data.map(({ id }: any) => id))
      cursor = body.next_cursor
      await anInterview({ candidateId: ana.id, startsAt: TUESDAY.minus({ days: 1 }) })
      await Message.query().where('interview_id', ids[1]).delete()
      await Interview.query().where('id', ids[1]).delete()
    }
    assert.deepEqual(seen, ids)
  })
})
