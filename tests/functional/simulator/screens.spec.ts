import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import type { Content } from '#simulator/content'
import type { ProviderName } from '#simulator/post_office'
import { Simulator } from '#simulator/simulator'

const ANA = '+5511900000001'

test.group('Simulator | screens', (group) => {
  let simulator: Simulator

  group.setup(async () => {
    simulator = await app.container.make(Simulator)
  })
  // Nothing moves by itself: the network is told when.
  group.each.setup(async () => {
    await simulator.reset()
    simulator.change({ delays: { sent_ms: 60_000, delivered_ms: 60_001, read_ms: 60_002 } })
  })
  group.each.setup(() => testUtils.db().truncate())

  const arrives = (body: string, mediaUrls: string[] = []) =>
    simulator.accept(
      {
        phone: ANA,
        to: `whatsapp:${ANA}`,
        from: 'whatsapp:+14155238886',
        body,
        mediaUrls,
        statusCallback: null,
      },
      'twilio'
    )

  test('with no phone yet, the page says how one appears', async ({ client }) => {
    const response = await client.get('/simulator')
    response.assertStatus(200)
    response.assertTextIncludes('Nenhum celular ainda')
  })

  test('a message is on the phone, formatted, with its tick', async ({ client }) => {
    await arrives('*Olá*, Ana! <script>alert(1)</script>\nhttps://convoca.test')
    for (const path of ['/simulator', '/simulator/phones/5511900000001']) {
      const response = await client.get(path)
      response.assertTextIncludes(
        '<strong>Olá</strong>, Ana! &lt;script&gt;alert(1)&lt;/script&gt;<br><a href="https://convoca.test"'
      )
      response.assertTextIncludes('data-status="queued"')
    }
  })

  test('media is named, not loaded from elsewhere', async ({ client }) => {
    await arrives('', ['https://elsewhere.test/files/mapa.png'])
    const response = await client.get('/simulator')
    response.assertTextIncludes('mapa.png')
    response.assertTextIncludes('href="https://elsewhere.test/files/mapa.png"')
  })

  test('why a message did not arrive is written under it', async ({ client, assert }) => {
    simulator.changePhone(ANA, { joined: false })
    const { sid } = await arrives('Oi')
    await simulator.network.release()
    assert.include(simulator.messages.find(sid), { status: 'failed', error_code: 63015 })
    const response = await client.get('/simulator')
    response.assertTextIncludes('Não chegou: a pessoa não entrou no sandbox (63015).')
  })

  test('the person answers from the phone', async ({ client, assert }) => {
    await arrives('Oi')
    const response = await client
      .post('/simulator/phones/5511900000001/replies')
      .form({ text: 'Combinado! 👍🏽' })
      .withCsrfToken()
      .redirects(0)
    response.assertStatus(302)
    const [, reply] = simulator.messages.ofPhone(ANA)
    assert.include(reply, { direction: 'inbound', body: 'Combinado! 👍🏽' })
    assert.isNumber(reply.webhook_status)
  })

  const offers = (content: Content, provider: ProviderName = 'twilio') =>
    simulator.accept(
      {
        phone: ANA,
        to: `whatsapp:${ANA}`,
        from: 'whatsapp:+14155238886',
        body: 'Você vem?',
        mediaUrls: [],
        statusCallback: null,
        content,
      },
      provider
    )

  const acts = (client: ApiClient, fields: Record<string, string>) =>
    client.post('/simulator/phones/5511900000001/replies').form(fields).withCsrfToken().redirects(0)

  const last = () => simulator.messages.ofPhone(ANA).at(-1)!

  test('buttons and rows are under the message, and a tap answers it', async ({
    client,
    assert,
  }) => {
    const yes = { id: 'yes:1:1', title: 'Confirmar' }
    const row = { id: 'row:1', title: 'Entrevista técnica', description: 'terça, 14:00' }
    const { sid } = await offers({ buttons: [yes], list: { button: 'Escolher', rows: [row] } })
    const page = await client.get('/simulator/phones/5511900000001')
    for (const text of ['Confirmar', 'Escolher', 'Entrevista técnica', 'terça, 14:00'])
      page.assertTextIncludes(text)

    await acts(client, { quoted: sid, choice: yes.id })
    assert.include(last(), { body: 'Confirmar', quoted: sid })
    assert.deepEqual(last().content.chosen, { kind: 'button', ...yes })
    await acts(client, { quoted: sid, choice: row.id })
    assert.deepEqual(last().content.chosen, { kind: 'row', ...row })
    await acts(client, { quoted: sid, choice: 'made:up' })
    assert.deepEqual(last().content.chosen, { kind: 'row', ...row })
    const tapped = await client.get('/simulator/phones/5511900000001')
    tapped.assertTextIncludes('data-tapped')
  })

  test('a reaction sits on its message until it is taken away', async ({ client, assert }) => {
    const { sid } = await arrives('Oi')
    await acts(client, { quoted: sid, reaction: '🙏' })
    const page = await client.get('/simulator/phones/5511900000001')
    page.assertTextIncludes('</span>🙏</p>')
    await acts(client, { quoted: sid, reaction: '' })
    assert.isNull(last().content.reaction!.emoji)
    const without = await client.get('/simulator/phones/5511900000001')
    assert.notInclude(without.text(), '</span>🙏</p>')
  })

  test('a file of one’s own is sent, shown only when it cannot run', async ({ client, assert }) => {
    await client
      .post('/simulator/phones/5511900000001/replies')
      .file('file', Buffer.from('<script>alert(1)</script>'), {
        filename: 'pagina.html',
        contentType: 'text/html',
      })
      .withCsrfToken()
      .redirects(0)
    const { content } = last()
    const [{ filename, kind, url }] = content.media!
    assert.deepEqual({ filename, kind }, { filename: 'pagina.html', kind: 'document' })
    const file = await client.get(new URL(url).pathname)
    assert.equal(file.header('content-type'), 'application/octet-stream')
    assert.equal(file.header('content-disposition'), 'attachment')

    await acts(client, { sample: 'photo' })
    const photo = await client.get(new URL(last().content.media![0].url).pathname)
    assert.equal(photo.header('content-type'), 'image/png')
  })

  test('each number of the company’s has a chat of its own', async ({ client, assert }) => {
    await arrives('Daqui é a Twilio')
    await offers({}, 'cloud_api')
    const open = await client.get('/simulator/phones/5511900000001')
    open.assertTextIncludes('Você vem?')
    assert.notInclude(open.text(), 'Daqui é a Twilio')
    const other = await client.get('/simulator/phones/5511900000001?chat=twilio')
    other.assertTextIncludes('Daqui é a Twilio')
    await acts(client, { text: 'Oi', provider: 'twilio' })
    assert.equal(last().provider, 'twilio')
  })

  test('the person hides the number, and changes it', async ({ client, assert }) => {
    const change = (path: string, form: Record<string, string>) =>
      client.post(`/simulator/phones/${path}?_method=PUT`).form(form).withCsrfToken().redirects(0)
    await arrives('Oi')
    await change('5511900000001', { hides_number: '1' })
    assert.isTrue(simulator.phones.find(ANA)!.hides_number)
    await change('5511900000001/number', { to: '+55 11 90000-0009' })
    assert.isNull(simulator.phones.find(ANA))
    assert.lengthOf(simulator.messages.ofPhone('+5511900000009'), 1)
  })

  test('the person looks at the phone', async ({ client, assert }) => {
    simulator.changePhone(ANA, { reads: false })
    const { sid } = await arrives('Oi')
    await simulator.network.release()
    const page = await client.get('/simulator')
    page.assertTextIncludes('Ler 1 mensagem')

    await client.post('/simulator/phones/5511900000001/readings').withCsrfToken().redirects(0)
    await simulator.network.release()
    assert.equal(simulator.messages.find(sid)!.status, 'read')
  })

  test('a phone can be added and changed', async ({ client, assert }) => {
    await client
      .post('/simulator/phones')
      .form({ number: '+55 (11) 90000-0001', name: 'Ana Fictícia' })
      .withCsrfToken()
      .redirects(0)
    assert.include(simulator.phones.find(ANA), { name: 'Ana Fictícia', joined: true })

    await client
      .post('/simulator/phones/5511900000001?_method=PUT')
      .form({ joined: '0' })
      .withCsrfToken()
      .redirects(0)
    assert.include(simulator.phones.find(ANA), { name: 'Ana Fictícia', joined: false })
  })

  test('a number nobody can have adds no phone', async ({ client, assert }) => {
    await client.post('/simulator/phones').form({ number: '12' }).withCsrfToken().redirects(0)
    assert.isEmpty(simulator.phones.all())
  })

  test('a lever breaks the provider once, and the page says so until it is mended', async ({
    client,
    assert,
  }) => {
    await client
      .post('/simulator/settings?_method=PUT&times=1')
      .form({ fault: 'accept_then_reset' })
      .withCsrfToken()
      .redirects(0)
    assert.include(simulator.settings.current, { fault: 'accept_then_reset', times: 1 })
    const broken = await client.get('/simulator')
    broken.assertTextIncludes('Ao enviar: aceita e a conexão cai')
    broken.assertTextIncludes('só no próximo envio')

    await client.post('/simulator/settings?_method=DELETE').withCsrfToken().redirects(0)
    assert.include(simulator.settings.current, { fault: 'none', times: null })
  })

  test('forms of other sites change nothing', async ({ client, assert }) => {
    await client.post('/simulator/phones').form({ number: ANA }).redirects(0)
    await client.post('/simulator/settings?_method=PUT').form({ fault: 'hang' }).redirects(0)
    assert.isEmpty(simulator.phones.all())
    assert.equal(simulator.settings.current.fault, 'none')
  })
})
