import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
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
