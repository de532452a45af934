import Consent from '#contacts/models/consent'
import Contact from '#contacts/models/contact'
import Message from '#messages/models/message'
import { apiAs, type Api } from '#tests/api_v1'
import { anInterview, cleanScene, deliverCallbacks, dispatch, messagesOf } from '#tests/scene'
import { test } from '@japa/runner'

const ana = { name: 'Ana Exemplo', phone: '(11) 90000-0001' }

const fieldsOf = (body: any) => body.errors.map(({ field }: any) => field)

test.group('API: contacts', (group) => {
  let api: Api
  group.each.setup(cleanScene)
  group.each.setup(async () => {
    api = await apiAs()
  })

  test('a contact is created with its number made canonical', async ({ assert }) => {
    const { status, body, headers } = await api.post('/contacts', {
      ...ana,
      email: 'ana@exemplo.test',
      external_id: 'ERP-7',
      time_zone: 'America/Manaus',
      nonsense: true,
    })
    assert.equal(status, 201)
    assert.equal(headers.get('location'), `/api/v1/contacts/${body.id}`)
    assert.equal(body.phone, '+5511900000001')
    assert.equal(body.locale, 'pt-BR')
    assert.deepEqual((await api.get(`/contacts/${body.id}`)).body, body)
  })

  test('a bad contact names each field in Portuguese, and nothing is saved', async ({ assert }) => {
    const { status, body } = await api.post('/contacts', {
      name: '  ',
      phone: '90000-0001',
      email: 'ana',
      locale: 'fr',
      time_zone: 'Marte/Olimpo',
      external_id: 5.5,
    })
    assert.equal(status, 422)
    assert.sameMembers(fieldsOf(body), [
      'name',
      'phone',
      'email',
      'locale',
      'time_zone',
      'external_id',
    ])
    const phone = body.errors.find(({ field }: any) => field === 'phone')
    assert.equal(phone.rule, 'phone.missing_ddd')
    assert.include(phone.message, 'DDD')
    assert.lengthOf(await Contact.all(), 0)
  })

  test('a second contact with the same number is a conflict that names the first', async ({
    assert,
  }) => {
    const first = await api.post('/contacts', { ...ana, external_id: 'ERP-7' })
    const second = await api.post('/contacts', { name: 'Outra', phone: '+55 11 90000-0001' })
    assert.equal(second.status, 409)
    assert.equal(second.body.contact_id, first.body.id)

    const sameId = { name: 'Outra', phone: '11900000002', external_id: 'ERP-7' }
    const third = await api.post('/contacts', sameId)
    assert.equal(third.status, 409)
    assert.deepEqual(fieldsOf(third.body), ['external_id'])
  })

  test('ten requests at once with one number make one contact', async ({ assert }) => {
    const tenTimes = <T>(act: () => Promise<T>) => Promise.all(Array.from({ length: 10 }, act))
    // Opens the connections, so that none of the ten has to wait for its own.
    await tenTimes(() => api.get('/contacts'))
    const answers = await tenTimes(() => api.post('/contacts', ana))
    const statuses = answers.map(({ status }) => status).sort()
    assert.deepEqual(statuses, [201, ...Array(9).fill(409)])
    assert.lengthOf(await Contact.all(), 1)
  })

  test('what is not sent stays, what is sent as null goes', async ({ assert }) => {
    const { body } = await api.post('/contacts', {
      ...ana,
      notes: 'liga depois',
      email: 'a@b.test',
    })
    const changed = await api.patch(`/contacts/${body.id}`, { name: 'Ana Silva', notes: null })
    assert.equal(changed.status, 200)
    assert.include(changed.body, { name: 'Ana Silva', notes: null, email: 'a@b.test' })
    assert.equal((await api.patch(`/contacts/${body.id}`, { phone: '11' })).status, 422)
    assert.equal((await api.patch(`/contacts/${body.id}`, {})).status, 200)
  })

  test('what they accept is told, and changed with who said so', async ({ assert }) => {
    const { body } = await api.post('/contacts', { ...ana, accepts: 'nothing' })
    assert.equal(body.accepts, 'everything')
    const reason = 'Pediu no portal do candidato'
    const changes = { name: 'Ana Silva', accepts: 'own_interviews', accepts_reason: reason }
    const changed = await api.patch(`/contacts/${body.id}`, changes)
    assert.include(changed.body, { name: 'Ana Silva', accepts: 'own_interviews' })
    await api.patch(`/contacts/${body.id}`, changes)
    await api.patch(`/contacts/${body.id}`, { accepts: 'nothing' })

    const kept = await Consent.query().orderBy('id').preload('recordedBy')
    assert.deepEqual(
      kept.map(({ source, decision, text, recordedBy }) => [
        source,
        decision,
        text,
        recordedBy.role,
      ]),
      [
        ['api', 'own_interviews', reason, 'recruiter'],
        ['api', 'nothing', null, 'recruiter'],
      ]
    )
    const { status, body: refused } = await api.patch(`/contacts/${body.id}`, { accepts: 'x' })
    assert.deepEqual([status, fieldsOf(refused)], [422, ['accepts']])
  })

  test('who accepts nothing is booked, and the message says why it stays', async ({ assert }) => {
    const { body: contact } = await api.post('/contacts', ana)
    await api.patch(`/contacts/${contact.id}`, { accepts: 'nothing' })
    const { status, body } = await api.post('/interviews', {
      candidate_id: contact.id,
      title: 'Conversa',
      interview_type: 'phone',
      starts_at: '2026-12-02T10:00:00-03:00',
    })
    assert.equal(status, 201)
    assert.include(body, { whatsapp_sent: false, whatsapp_status: 'canceled' })
    const { body: list } = await api.get(`/messages?interview_id=${body.id}`)
    assert.include(list.data[0], { status: 'canceled', reason: 'contact_declined' })
    const resent = await api.post(`/messages/${list.data[0].id}/resend`)
    assert.deepEqual([resent.status, resent.body.type], [409, '/problems/contact_declined'])
  })

  test('a change may not take the number of somebody else', async ({ assert }) => {
    const first = await api.post('/contacts', ana)
    const other = await api.post('/contacts', { name: 'Bia', phone: '11900000002' })
    const { status, body } = await api.patch(`/contacts/${other.body.id}`, { phone: ana.phone })
    assert.equal(status, 409)
    assert.equal(body.contact_id, first.body.id)
    assert.equal((await api.patch(`/contacts/${first.body.id}`, ana)).status, 200)
  })

  test('deleting forgets the person, here and in their messages', async ({ assert }) => {
    const interview = await anInterview()
    await dispatch()
    await interview.merge({ title: 'Conversa' }).save()
    const { candidateId } = interview

    assert.equal((await api.delete(`/contacts/${candidateId}`)).status, 204)
    assert.equal((await api.delete(`/contacts/${candidateId}`)).status, 204)
    const { body } = await api.get(`/contacts/${candidateId}`)
    assert.include(body, { name: 'Contato anonimizado', phone: null, email: null })

    await deliverCallbacks()
    const messages = await messagesOf(interview)
    assert.deepEqual(
      messages.map(({ status, body: text, address }) => [status, text, address]),
      [
        ['read', '', ''],
        ['canceled', '', ''],
      ]
    )
  })

  test('who was anonymised is neither changed, booked nor written to', async ({ assert }) => {
    const interview = await anInterview()
    await dispatch()
    const { candidateId } = interview
    await api.delete(`/contacts/${candidateId}`)

    assert.equal((await api.patch(`/contacts/${candidateId}`, ana)).status, 409)
    const booking = { candidate_id: candidateId, title: 'Outra', interview_type: 'phone' }
    const start = { starts_at: '2026-12-02T10:00:00-03:00' }
    assert.equal((await api.post('/interviews', { ...booking, ...start })).status, 422)

    const moved = await api.patch(`/interviews/${interview.id}`, start)
    assert.equal(moved.status, 200)
    const last = await Message.query().orderBy('id', 'desc').firstOrFail()
    assert.deepEqual([last.status, last.reason], ['failed', 'contact_without_phone'])
  })

  test('they are found by name, number and external id', async ({ assert }) => {
    await api.post('/contacts', { ...ana, name: 'João Ávila', external_id: 'ERP 7/á' })
    await api.post('/contacts', { name: 'Bia 100%', phone: '+1 415 523 8886' })
    const namesAt = async (query: string) =>
      (await api.get(`/contacts?${query}`)).body.data.map(({ name }: any) => name)

    assert.deepEqual(await namesAt('q=joao%20avila'), ['João Ávila'])
    assert.deepEqual(await namesAt('q=5238886'), ['Bia 100%'])
    assert.deepEqual(await namesAt(`external_id=${encodeURIComponent('ERP 7/á')}`), ['João Ávila'])
    assert.deepEqual(await namesAt('phone=(11)%2090000-0001'), ['João Ávila'])
    assert.deepEqual(await namesAt('phone=+5511900000001'), ['João Ávila'])
    assert.deepEqual(await namesAt('external_id=ERP'), [])
  })

  test('queries that make no sense are refused by name', async ({ assert }) => {
    for (const [name, value] of Object.entries({
      limit: '0',
      cursor: 'lixo',
      phone: '123',
    })) {
      const { status, body } = await api.get(`/contacts?${name}=${value}`)
      assert.equal(status, 422)
      assert.deepEqual(fieldsOf(body), [name])
    }
    assert.equal((await api.get('/contacts?limit=201')).status, 422)
  })

  test('what does not exist is a 404, also when it never could', async ({ assert }) => {
    for (const id of ['1', '999999999', '99999999999999999999', 'abc', '0', '1.5', '%00']) {
      const { status, body } = await api.get(`/contacts/${id}`)
      assert.equal(status, 404)
      assert.equal(body.type, '/problems/not_found')
    }
    assert.equal((await api.patch('/contacts/1', ana)).status, 404)
    assert.equal((await api.delete('/contacts/1')).status, 404)
  })
})
