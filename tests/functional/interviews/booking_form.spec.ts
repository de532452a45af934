import Contact from '#contacts/models/contact'
import Interview from '#interviews/models/interview'
import Message from '#messages/models/message'
import CompanySettings from '#settings/models/company_settings'
import { aCandidate, anInterview, at, aUser, cleanScene, stopClockAt } from '#tests/scene'
import whatsapp from '#whatsapp/services/main'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'

const BOOKING = {
  'candidate[name]': 'Ana Exemplo',
  'candidate[phone]': '(11) 90000-0001',
  'title': 'Entrevista técnica',
  'interview_type': 'onsite',
  'scheduled_date': '2026-12-01',
  'scheduled_time': '14:00',
  'time_zone': 'America/Sao_Paulo',
  'duration_minutes': '60',
  'location': 'Rua do Exemplo, 100',
  'interviewer_ids[]': '',
}

async function book(client: ApiClient, changes: object = {}) {
  return client
    .post('/interviews')
    .loginAs(await aUser())
    .withCsrfToken()
    .form({ ...BOOKING, ...changes })
    .redirects(0)
}

test.group('Booking in the browser', (group) => {
  group.each.setup(cleanScene)

  test('the interview, its candidate and the message are written, and a sentence says what follows', async ({
    client,
    assert,
  }) => {
    const response = await book(client)
    const interview = await Interview.query().preload('candidate').firstOrFail()
    response.assertHeader('location', `/interviews/${interview.id}`)
    assert.equal(
      response.flashMessage('success'),
      'Entrevista agendada. Vamos avisar Ana agora. Lembrete em 30/11 às 14:00.'
    )
    assert.equal(interview.candidate.phone, '+5511900000001')
    assert.equal(interview.startsAt.toISO(), '2026-12-01T17:00:00.000Z')
    assert.lengthOf(await Message.all(), 1)
  })

  test('the same page sent twice books once; changed in between, it books another', async ({
    client,
    assert,
  }) => {
    const user = await aUser()
    const page = { ...BOOKING, request_key: '0c5b2f6e-4f0b-4a53-9d5e-1f1d5b9f2c11' }
    const send = (changes = {}) =>
      client
        .post('/interviews')
        .loginAs(user)
        .withCsrfToken()
        .form({ ...page, ...changes })
        .redirects(0)

    const [first, again] = [await send(), await send()]
    assert.equal(again.header('location'), first.header('location'))
    assert.lengthOf(await Message.all(), 1)
    await send({ scheduled_time: '15:00' })
    assert.lengthOf(await Interview.all(), 2)
  })

  test('in quiet hours the sentence says when the message leaves', async ({ client, assert }) => {
    stopClockAt(at('2026-11-21T01:30:00.000Z'))
    const response = await book(client)
    assert.include(
      response.flashMessage('success'),
      'Vamos avisar Ana amanhã às 08:00 (horário de silêncio).'
    )
  })

  test('someone who accepts nothing is booked, and the sentence says to tell them otherwise', async ({
    client,
    assert,
  }) => {
    const { id } = await aCandidate({ accepts: 'nothing' })
    const response = await book(client, { candidate_id: id })
    assert.include(
      response.flashMessage('success'),
      'Entrevista agendada. Ana pediu para não receber mensagens: avise de outra forma.'
    )
    const [message] = await Message.all()
    assert.deepEqual([message.status, message.reason], ['canceled', 'contact_declined'])
  })

  test('outside the 24-hour window of a number of ours the sentence says so', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { capabilities } = whatsapp.use()
    capabilities.freeTextAnytime = false
    cleanup(() => void (capabilities.freeTextAnytime = true))
    const response = await book(client)
    assert.include(
      response.flashMessage('success'),
      'A mensagem não vai sair: Ana não escreveu para nós nas últimas 24 horas'
    )
  })

  test('without a configured WhatsApp the sentence says that the message waits', async ({
    client,
    assert,
    cleanup,
  }) => {
    const missing = whatsapp.use().missingSettings
    missing.push('TWILIO_AUTH_TOKEN')
    cleanup(() => void missing.pop())
    const response = await book(client)
    assert.include(response.flashMessage('success'), 'a mensagem para Ana espera até que esteja')
  })

  test('a chosen contact makes what was typed for a new one void', async ({ client, assert }) => {
    const carla = await aCandidate({ name: 'Carla Amostra', phone: '+5511900000003' })
    await book(client, {
      'candidate_id': carla.id,
      'candidate[name]': 'Outra',
      'candidate[phone]': '1',
    })
    const interview = await Interview.firstOrFail()
    assert.equal(interview.candidateId, carla.id)
    assert.lengthOf(await Contact.all(), 1)
  })

  test('only the place that fits the type is kept', async ({ client, assert }) => {
    await book(client, { interview_type: 'video', meeting_url: 'https://video.example/sala' })
    const interview = await Interview.firstOrFail()
    assert.isNull(interview.location)
    assert.equal(interview.meetingUrl, 'https://video.example/sala')
  })

  test('everything that is wrong is said at once, nothing is saved and nothing typed is lost', async ({
    client,
    assert,
  }) => {
    const description = '😀 linha\n'.repeat(400)
    const response = await book(client, {
      'candidate[name]': '',
      'candidate[phone]': '119',
      'title': '',
      'interview_type': 'telepathy',
      'scheduled_date': '',
      'scheduled_time': '',
      'duration_minutes': '1',
      'description': description,
    })
    const errors = response.flashMessage('inputErrorsBag') as Record<string, string[]>
    assert.sameMembers(Object.keys(errors), [
      'candidate.name',
      'candidate.phone',
      'title',
      'interview_type',
      'scheduled_date',
      'scheduled_time',
      'duration_minutes',
    ])
    assert.match(errors['candidate.phone'][0], /^O número tem 3 dígitos/)
    assert.equal(response.flashMessage('description'), description.trim())
    assert.isEmpty(await Interview.all())
    assert.isEmpty(await Contact.all())
    assert.isEmpty(await Message.all())
  })

  test('the past is refused at the date', async ({ client, assert }) => {
    const response = await book(client, { scheduled_date: '2026-11-01' })
    assert.deepEqual(response.flashMessage('inputErrorsBag'), {
      scheduled_date: ['Este horário já passou. Escolha uma data e hora no futuro.'],
    })
    assert.isEmpty(await Interview.all())
  })

  test('HTML, Edge syntax and emoji in a title arrive as typed', async ({ client, assert }) => {
    const title = '<b>Técnica</b> {{ 1 + 1 }} @if(x) 🎯 שלום'
    const response = await book(client, { title })
    const interview = await Interview.firstOrFail()
    assert.equal(interview.title, title)
    assert.include((await Message.firstOrFail()).body, title)

    const page = await client.get(response.header('location')!).loginAs(await aUser('admin'))
    page.assertTextIncludes('&lt;b&gt;Técnica&lt;/b&gt; {{ 1 + 1 }} @if(x) 🎯 שלום')
  })

  test('the preview is the message that will be sent', async ({ client, assert }) => {
    await book(client)
    const user = await aUser('admin')
    const preview = await client
      .post('/interviews/preview')
      .loginAs(user)
      .withCsrfToken()
      .form(BOOKING)
    const { body } = await Message.firstOrFail()
    const text = preview
      .text()
      .replace(/<br>/g, '\n')
      .replace(/<[^>]+>/g, '')
    assert.include(text, body.replaceAll('*', ''))
  })

  test('a preview of a form hardly begun shows what is still open', async ({ client }) => {
    const response = await client
      .post('/interviews/preview')
      .loginAs(await aUser())
      .withCsrfToken()
      .form({
        'interview_type': 'nonsense',
        'time_zone': 'Nowhere',
        'candidate_id': 'x',
        'title[a]': '1',
      })
    response.assertStatus(200)
    response.assertTextIncludes('Nome da pessoa')
    response.assertTextIncludes('Falta o local')
  })

  test('who would be in two places at once is named, and may be booked all the same', async ({
    client,
    assert,
  }) => {
    const user = await aUser()
    const interview = await anInterview({ interviewerIds: [user.id] })
    const form = { ...BOOKING, 'candidate_id': interview.candidateId, 'interviewer_ids[]': user.id }
    const overlapping = { ...form, scheduled_time: '14:59' }
    const ask = (fields: object) =>
      client.post('/interviews/conflicts').loginAs(user).withCsrfToken().form(fields)

    const response = await ask(overlapping)
    response.assertTextIncludes('Ana Exemplo e Rita Demonstração')
    const after = await ask({ ...form, scheduled_time: '15:00' })
    assert.equal(after.text().trim(), '')

    await client.post('/interviews').loginAs(user).withCsrfToken().form(overlapping).redirects(0)
    assert.lengthOf(await Interview.all(), 2)
  })

  test('candidates are found by name without accents and by digits', async ({ client }) => {
    await aCandidate({ name: 'Fábio Rascunho', phone: '+5511900000006' })
    const user = await aUser()
    for (const search of ['fabio', '0006', 'rasc']) {
      const response = await client.get('/interviews/candidates').qs({ search }).loginAs(user)
      response.assertTextIncludes('Fábio Rascunho')
    }
  })

  test('the form begins with what the company has set', async ({ client }) => {
    const settings = await CompanySettings.current()
    await settings.merge({ defaultDurationMinutes: 45, timeZone: 'America/Manaus' }).save()
    const response = await client.get('/interviews/new').loginAs(await aUser())
    response.assertTextIncludes('Horário de Manaus')
    response.assertTextIncludes('value="45"')
  })
})
