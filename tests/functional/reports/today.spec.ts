import { receiveInbound } from '#messages/inbound'
import Message from '#messages/models/message'
import { aCandidate, anInterview, aUser, cleanScene, NOW, stopClockAt } from '#tests/scene'
import { DateTime } from 'luxon'
import { test } from '@japa/runner'

const NEXT_HOUR = NOW.plus({ hours: 1 })

test.group('Hoje', (group) => {
  group.each.setup(cleanScene)

  test("shows the day's interviews in the company's zone, and other days on request", async ({
    client,
    assert,
  }) => {
    const user = await aUser()
    const { id: candidateId } = await aCandidate()
    await anInterview({ candidateId, title: 'A de hoje', startsAt: NEXT_HOUR })
    // 23:30 in São Paulo is tomorrow in UTC.
    const late = DateTime.fromISO('2026-11-21T02:30:00Z')
    await anInterview({ candidateId, title: 'A da noite', startsAt: late })
    await anInterview({ candidateId, title: 'A de amanhã', startsAt: NOW.plus({ days: 1 }) })

    const today = await client.get('/').loginAs(user)
    today.assertTextIncludes('A de hoje')
    today.assertTextIncludes('A da noite')
    assert.notInclude(today.text(), 'A de amanhã')
    const tomorrow = await client.get('/?day=2026-11-21').loginAs(user)
    tomorrow.assertTextIncludes('A de amanhã')
    const nonsense = await client.get('/?day=amanha').loginAs(user)
    nonsense.assertTextIncludes('A de hoje')
  })

  test('says kindly that nothing waits', async ({ client }) => {
    const response = await client.get('/').loginAs(await aUser())
    response.assertTextIncludes('Nenhuma entrevista hoje')
    response.assertTextIncludes('Tudo em dia')
  })

  test('brings what did not go out, until somebody tries again or it no longer matters', async ({
    client,
    assert,
  }) => {
    const user = await aUser()
    const interview = await anInterview({ startsAt: NEXT_HOUR })
    const notice = await Message.firstOrFail()
    await notice.merge({ status: 'failed', reason: 'rejected', errorCode: '63024' }).save()
    const before = await client.get('/').loginAs(user)
    before.assertTextIncludes('Não saiu')
    before.assertTextIncludes('Reenviar')

    await notice.resend()
    const after = await client.get('/').loginAs(user)
    assert.notInclude(after.text(), 'Não saiu')

    const again = await Message.query().orderBy('id', 'desc').firstOrFail()
    await again.merge({ status: 'failed', reason: 'rejected' }).save()
    await interview.edit({ title: 'Outro título' }, { by: null })
    const outdated = await client.get('/').loginAs(user)
    assert.notInclude(outdated.text(), 'Não saiu')
  })

  test('leaves alone what is still being looked for', async ({ client, assert }) => {
    await anInterview({ startsAt: NEXT_HOUR })
    const notice = await Message.firstOrFail()
    await notice
      .merge({ status: 'unconfirmed', reason: 'unconfirmed', reconcileAt: NEXT_HOUR })
      .save()
    const user = await aUser()
    const searching = await client.get('/').loginAs(user)
    assert.notInclude(searching.text(), 'Não saiu')
    await notice.merge({ reason: 'needs_person', reconcileAt: null }).save()
    const given = await client.get('/').loginAs(user)
    given.assertTextIncludes('Não saiu')
    given.assertTextIncludes('Marcar como enviada')
  })

  test("asks for tomorrow's confirmations from noon on", async ({ client, assert }) => {
    await anInterview({ startsAt: NOW.plus({ days: 1 }) })
    const user = await aUser()
    const morning = await client.get('/').loginAs(user)
    assert.notInclude(morning.text(), 'ainda sem confirmação')
    stopClockAt(NOW.plus({ hours: 2 }))
    const noon = await client.get('/').loginAs(user)
    noon.assertTextIncludes('ainda sem confirmação')
  })

  test('shows the last word of whoever wrote lately', async ({ client, assert }) => {
    const { id } = await aCandidate()
    const write = (providerMessageId: string, body: string) =>
      receiveInbound(
        { providerMessageId, from: '+5511900000001', body, profileName: null, media: [] },
        'twilio',
        DateTime.utc()
      )
    await write('SM1', 'primeira')
    await write('SM2', 'última palavra')
    const response = await client.get('/').loginAs(await aUser())
    response.assertTextIncludes('última palavra')
    response.assertTextIncludes(`/contacts/${id}#messages`)
    assert.notInclude(response.text(), 'primeira')
  })

  test('asks how past interviews went', async ({ client, assert }) => {
    const interview = await anInterview({ startsAt: NEXT_HOUR })
    const user = await aUser()
    stopClockAt(NEXT_HOUR.plus({ hours: 2 }))
    const response = await client.get('/').loginAs(user)
    response.assertTextIncludes('Como foi?')
    await client
      .post(`/interviews/${interview.id}/completion`)
      .loginAs(user)
      .withCsrfToken()
      .redirects(0)
    const answered = await client.get('/').loginAs(user)
    assert.notInclude(answered.text(), 'Como foi?')
  })

  test('tells agents that conversations will come to them, and shows no interview', async ({
    client,
    assert,
  }) => {
    await anInterview({ startsAt: NEXT_HOUR })
    const response = await client.get('/').loginAs(await aUser('agent'))
    response.assertTextIncludes('As conversas chegarão aqui')
    assert.notInclude(response.text(), 'Ana Exemplo')
  })
})
