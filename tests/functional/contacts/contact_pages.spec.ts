import Consent from '#contacts/models/consent'
import Contact from '#contacts/models/contact'
import Message from '#messages/models/message'
import {
  arrived,
  aCandidate,
  anInterview,
  aUser,
  cleanScene,
  dispatch,
  TUESDAY,
  writes,
} from '#tests/scene'
import { receiveInbound } from '#messages/inbound'
import { DateTime } from 'luxon'
import { test } from '@japa/runner'

const ANA = { name: 'Ana Exemplo', phone: '11 90000-0001', locale: 'pt-BR' }

test.group('Contacts in the browser', (group) => {
  group.each.setup(cleanScene)

  test('a contact is created from a number however it is written', async ({ client, assert }) => {
    const response = await client
      .post('/contacts')
      .loginAs(await aUser())
      .withCsrfToken()
      .form({ ...ANA, phone: '0xx11 90000.0001' })
      .redirects(0)
    const contact = await Contact.firstOrFail()
    response.assertHeader('location', `/contacts/${contact.id}`)
    assert.equal(contact.phone, '+5511900000001')
  })

  test('a number that is taken names whose it is and leads there', async ({ client, assert }) => {
    const first = await aCandidate()
    const user = await aUser()
    const response = await client
      .post('/contacts')
      .loginAs(user)
      .withCsrfToken()
      .form({ ...ANA, name: 'Outra Ana', _form: 'contact' })
      .redirects(0)
    assert.deepEqual(response.flashMessage('inputErrorsBag'), {
      phone: ['Este número já é de Ana Exemplo. Abra esse contato em vez de criar outro.'],
    })
    assert.equal(response.flashMessage('name'), 'Outra Ana')
    assert.deepEqual(response.flashMessage('extensions'), { contact_id: first.id })
    assert.lengthOf(await Contact.all(), 1)
  })

  test('what is wrong is said at each field, and nothing is saved', async ({ client, assert }) => {
    const wrong = {
      name: '  ',
      phone: '0800 123 4567',
      email: 'x',
      locale: 'tlh',
      time_zone: 'Mars',
    }
    const response = await client
      .post('/contacts')
      .loginAs(await aUser())
      .withCsrfToken()
      .form(wrong)
      .redirects(0)
    const errors = response.flashMessage('inputErrorsBag') as Record<string, string[]>
    assert.sameMembers(Object.keys(errors), ['name', 'phone', 'email', 'locale', 'time_zone'])
    assert.match(errors.phone[0], /0800/)
    assert.isEmpty(await Contact.all())
  })

  test('the number is judged as one types', async ({ client }) => {
    const ana = await aCandidate()
    const user = await aUser()
    const hint = (value: string, except = '') =>
      client.get('/contacts/phone').qs({ value, except }).loginAs(user)

    const short = await hint('119')
    short.assertTextIncludes('O número tem 3 dígitos')
    const fine = await hint('11 8000-0002')
    fine.assertTextIncludes('+55 11 98000-0002 (com o nono dígito)')
    const taken = await hint('11 90000-0001')
    taken.assertTextIncludes(`<a href="/contacts/${ana.id}">Ana Exemplo</a>`)
    const own = await hint('11 90000-0001', String(ana.id))
    own.assertTextIncludes('+55 11 90000-0001')
    const hostile = await hint('<script>alert(1)</script>')
    hostile.assertStatus(200)
  })

  test('the page tells the conversation, both sides', async ({ client }) => {
    const interview = await anInterview()
    await dispatch()
    const inbound = {
      providerMessageId: 'SM1',
      from: '+5511900000001',
      body: 'Pode ser <b>às 15h</b>?',
      profileName: 'Ana',
    }
    await receiveInbound(inbound, arrived(DateTime.utc()))
    const response = await client.get(`/contacts/${interview.candidateId}`).loginAs(await aUser())
    response.assertTextIncludes('Pode ser &lt;b&gt;às 15h&lt;/b&gt;?')
    response.assertTextIncludes('<strong>Título:</strong> Entrevista técnica')
  })

  test('the page lists the interviews of that person only, the latest first', async ({
    client,
    assert,
  }) => {
    const ana = await aCandidate()
    const bia = await aCandidate({ name: 'Bia Exemplo', phone: '+5511900000002' })
    const first = await anInterview({ candidateId: ana.id })
    const last = await anInterview({ candidateId: ana.id, startsAt: TUESDAY.plus({ days: 1 }) })
    const other = await anInterview({ candidateId: bia.id })
    const page = (await client.get(`/contacts/${ana.id}`).loginAs(await aUser())).text()
    const places = [last, first].map(({ id }) => page.indexOf(`href="/interviews/${id}"`))
    assert.isTrue(places[0] > 0 && places[0] < places[1])
    assert.notInclude(page, `href="/interviews/${other.id}"`)
  })

  test('editing saves, and forgets what was emptied', async ({ client, assert }) => {
    const contact = await aCandidate({ email: 'ana@exemplo.test', notes: 'x' })
    await client
      .patch(`/contacts/${contact.id}`)
      .loginAs(await aUser())
      .withCsrfToken()
      .form({ ...ANA, name: 'Ana Maria', email: '', notes: '' })
      .redirects(0)
    await contact.refresh()
    assert.equal(contact.name, 'Ana Maria')
    assert.isNull(contact.email)
    assert.isNull(contact.notes)
  })

  test('anonymising leaves nothing that names the person', async ({ client, assert }) => {
    const interview = await anInterview()
    const user = await aUser()
    await client
      .post(`/contacts/${interview.candidateId}/anonymisation`)
      .loginAs(user)
      .withCsrfToken()
      .redirects(0)
    const contact = await Contact.findOrFail(interview.candidateId)
    assert.isTrue(contact.isAnonymised)
    assert.isEmpty((await Message.all()).filter(({ body }) => body.includes('Ana')))

    const list = await client.get('/contacts').loginAs(user)
    assert.notInclude(list.text(), 'anonimizado')
    const page = await client.get(`/contacts/${contact.id}`).loginAs(user)
    page.assertStatus(200)
    const detail = await client.get(`/interviews/${interview.id}`).loginAs(user)
    detail.assertStatus(200)
  })

  test('the list is searched, sorted and exported with formulas made harmless', async ({
    client,
    assert,
  }) => {
    await aCandidate({ name: 'Ângela Exemplo' })
    await aCandidate({ name: '+cmd|calc', phone: '+5511900000002' })
    const user = await aUser()
    const found = await client.get('/contacts').qs({ search: 'angela' }).loginAs(user)
    found.assertTextIncludes('Ângela Exemplo')
    assert.notInclude(found.text(), 'cmd')
    const broken = await client.get('/contacts').qs({ cursor: 'x', sort: 'newest' }).loginAs(user)
    broken.assertStatus(422)
    const csv = await client.get('/contacts/export').loginAs(user)
    assert.include(csv.text(), `'+cmd|calc;'+5511900000002`)
  })

  test('what they accept is shown with since when and why, and changed with a reason', async ({
    client,
    assert,
  }) => {
    const ana = await aCandidate()
    const user = await aUser()
    const page = async () => (await client.get(`/contacts/${ana.id}`).loginAs(user)).text()
    assert.match(await page(), /Todas as mensagens.*Desde o cadastro/s)

    const change = (fields: object) =>
      client
        .post(`/contacts/${ana.id}/consents`)
        .loginAs(user)
        .withCsrfToken()
        .form({ _form: 'consent-change', ...fields })
        .redirects(0)
    const response = await change({ accepts: 'nothing', reason: 'Pediu por <b>telefone</b>' })
    assert.equal(
      response.flashMessage('success'),
      'Anotado. Nenhuma mensagem nossa sai mais para Ana.'
    )
    const changed = await page()
    assert.match(changed, /Nenhuma mensagem.*Desde .*Rita Demonstração: “Pediu por &lt;b&gt;/s)
    assert.notInclude(changed, 'Decisões anteriores')

    const again = await change({ accepts: 'nothing', reason: 'De novo' })
    assert.equal(again.flashMessage('success'), 'Já era assim.')
    await change({ accepts: 'everything', reason: 'Mudou de ideia' })
    assert.match(await page(), /Mudou de ideia.*Decisões anteriores.*Pediu por/s)
    assert.lengthOf(await Consent.all(), 2)
  })

  test('without a reason, or with a word nobody knows, nothing changes', async ({
    client,
    assert,
  }) => {
    const ana = await aCandidate()
    const response = await client
      .post(`/contacts/${ana.id}/consents`)
      .loginAs(await aUser())
      .withCsrfToken()
      .form({ _form: 'consent-change', accepts: 'some', reason: ' ' })
      .redirects(0)
    const errors = response.flashMessage('inputErrorsBag') as object
    assert.sameMembers(Object.keys(errors), ['accepts', 'reason'])
    assert.isEmpty(await Consent.all())
  })

  test('their own words are shown where they decided themselves', async ({ client }) => {
    const ana = await aCandidate()
    await writes('PARAR')
    const page = await client.get(`/contacts/${ana.id}`).loginAs(await aUser())
    page.assertTextIncludes('A pessoa escreveu “PARAR”')
    page.assertTextIncludes('Só sobre as próprias entrevistas')
  })

  test('agents have no business here', async ({ client, assert }) => {
    const { id } = await aCandidate()
    const agent = await aUser('agent')
    for (const path of ['', '/new', '/export', '/phone', `/${id}`, `/${id}/edit`]) {
      const response = await client.get(`/contacts${path}`).loginAs(agent)
      response.assertStatus(403)
    }
    await client
      .post(`/contacts/${id}/consents`)
      .loginAs(agent)
      .withCsrfToken()
      .form({ accepts: 'nothing', reason: 'x' })
      .redirects(0)
    assert.isEmpty(await Consent.all())
  })
})
