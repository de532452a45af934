import { receiveInbound } from '#messages/inbound'
import Conversation from '#messages/models/conversation'
import Message from '#messages/models/message'
import Interview from '#interviews/models/interview'
import {
  arrived,
  aCandidate,
  anInterview,
  aUser,
  cleanScene,
  deliverCallbacks,
  dispatch,
  NOW,
  stopClockAt,
} from '#tests/scene'
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

  test('asks a person about a message whose fate nobody knows, whatever changed since', async ({
    client,
    assert,
  }) => {
    const interview = await anInterview({ startsAt: NEXT_HOUR })
    const user = await aUser()
    const notice = await Message.firstOrFail()
    await notice.merge({ status: 'unconfirmed', reason: 'needs_person' }).save()
    await interview.edit({ location: 'Rua Nova, 9' }, { by: null })
    const page = await client.get('/').loginAs(user)
    page.assertTextIncludes('Não saiu')
    page.assertTextIncludes(`/messages/${notice.id}/resend`)

    const refused = await client
      .post(`/messages/${notice.id}/resend`)
      .loginAs(user)
      .withCsrfToken()
      .redirects(0)
    assert.deepEqual(refused.flashMessage('errorsBag'), {
      message_outdated: 'A entrevista mudou antes do envio; outra mensagem a substituiu.',
    })
    await notice.markAsSent()
    const settled = await client.get('/').loginAs(user)
    assert.notInclude(settled.text(), 'Não saiu')
  })

  test('brings a failed notice that is true again, and not one that is not', async ({
    client,
    assert,
  }) => {
    const interview = await anInterview({ startsAt: NEXT_HOUR, location: 'Rua A, 1' })
    const user = await aUser()
    const notice = await Message.firstOrFail()
    await notice.merge({ status: 'sent', sentAt: NOW }).save()
    await interview.edit({ location: 'Rua B, 2' }, { by: null })
    await interview.edit({ location: 'Rua A, 1' }, { by: null })
    await notice.refresh()
    await notice.merge({ status: 'failed', reason: 'rejected' }).save()
    const again = await client.get('/').loginAs(user)
    again.assertTextIncludes('Não saiu')

    await Interview.query().update({ location: 'Rua C, 3' })
    const untrue = await client.get('/').loginAs(user)
    assert.notInclude(untrue.text(), 'Não saiu')
  })

  test('names who wants no message and has an interview ahead, until they were told otherwise', async ({
    client,
    assert,
  }) => {
    const user = await aUser()
    const ana = await aCandidate({ accepts: 'nothing' })
    const interview = await anInterview({ candidateId: ana.id, startsAt: NEXT_HOUR })
    await interview.edit({ location: 'Rua Nova, 9' }, { by: null })
    const page = await client.get('/').loginAs(user)
    page.assertTextIncludes('Não querem mensagens')
    page.assertTextIncludes('avise de outra forma')
    assert.lengthOf(page.text().match(/Ana Exemplo<\/a>\s*<p class="list-note">/g) ?? [], 1)
    assert.notInclude(page.text(), 'Reenviar')

    await interview.confirm({ by: user })
    const told = await client.get('/').loginAs(user)
    assert.notInclude(told.text(), 'Não querem mensagens')
    stopClockAt(NOW.plus({ minutes: 1 }))
    await interview.edit({ location: 'Rua Mais Nova, 2' }, { by: null })
    const changed = await client.get('/').loginAs(user)
    changed.assertTextIncludes('Não querem mensagens')

    await interview.cancel({ by: null, reason: null })
    const cancelled = await client.get('/').loginAs(user)
    assert.notInclude(cancelled.text(), 'Não querem mensagens')
  })

  test('who wants no message is not asked after once the interview began', async ({
    client,
    assert,
  }) => {
    const user = await aUser()
    const ana = await aCandidate({ accepts: 'nothing' })
    await anInterview({ candidateId: ana.id, startsAt: NEXT_HOUR })
    const before = await client.get('/').loginAs(user)
    before.assertTextIncludes('Não querem mensagens')
    stopClockAt(NEXT_HOUR)
    const begun = await client.get('/').loginAs(user)
    assert.notInclude(begun.text(), 'Não querem mensagens')
  })

  test('who wants messages again can be sent the one that was refused', async ({
    client,
    assert,
  }) => {
    const user = await aUser()
    const ana = await aCandidate({ accepts: 'nothing' })
    await anInterview({ candidateId: ana.id, startsAt: NEXT_HOUR })
    const refused = await Message.firstOrFail()
    await ana.merge({ accepts: 'everything' }).save()
    const page = await client.get('/').loginAs(user)
    page.assertTextIncludes('voltou a aceitar mensagens')
    page.assertTextIncludes(`/messages/${refused.id}/resend`)

    await refused.resend()
    const after = await client.get('/').loginAs(user)
    assert.notInclude(after.text(), 'Não querem mensagens')
  })

  test('a cancelled interview of somebody who wants no message is still to be told', async ({
    client,
  }) => {
    const user = await aUser()
    const interview = await anInterview({ startsAt: NEXT_HOUR })
    await dispatch()
    await interview.load('candidate')
    await interview.candidate.merge({ accepts: 'nothing' }).save()
    await interview.cancel({ by: null, reason: null })
    await dispatch()
    const page = await client.get('/').loginAs(user)
    page.assertTextIncludes('Não querem mensagens')
  })

  test('says what the provider took and never spoke of again', async ({ client, assert }) => {
    await anInterview({ startsAt: NOW.plus({ hours: 5 }) })
    const user = await aUser()
    await dispatch()
    const atOnce = await client.get('/').loginAs(user)
    assert.notInclude(atOnce.text(), 'Sem notícia')

    stopClockAt(NOW.plus({ minutes: 61 }))
    const later = await client.get('/').loginAs(user)
    later.assertTextIncludes('O provedor aceitou, mas não disse se entregou.')
    await deliverCallbacks()
    const heard = await client.get('/').loginAs(user)
    assert.notInclude(heard.text(), 'Sem notícia')
  })

  test('nobody waits for news of what a person marked as sent, or of an interview that began', async ({
    client,
    assert,
  }) => {
    await anInterview({ startsAt: NOW.plus({ hours: 2 }) })
    const user = await aUser()
    await dispatch()
    const notice = await Message.firstOrFail()
    stopClockAt(NOW.plus({ hours: 3 }))
    const begun = await client.get('/').loginAs(user)
    assert.notInclude(begun.text(), 'Sem notícia')
    stopClockAt(NOW.plus({ minutes: 90 }))
    await notice.refresh()
    await notice.merge({ reason: 'marked_as_sent' }).save()
    const marked = await client.get('/').loginAs(user)
    assert.notInclude(marked.text(), 'Sem notícia')
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

  test('shows the last word of whoever waits for an answer, until somebody settles it', async ({
    client,
    assert,
  }) => {
    await aCandidate()
    const user = await aUser()
    const write = (providerMessageId: string, body: string) =>
      receiveInbound(
        { providerMessageId, from: '+5511900000001', body, profileName: null },
        arrived(DateTime.utc())
      )
    await write('SM1', 'primeira')
    await write('SM2', 'última palavra')
    const { id } = await Conversation.firstOrFail()
    const response = await client.get('/').loginAs(user)
    response.assertTextIncludes('última palavra')
    response.assertTextIncludes(`/conversations/${id}`)
    assert.notInclude(response.text(), 'primeira')

    await Conversation.change(id, (conversation) => conversation.resolve())
    const settled = await client.get('/').loginAs(user)
    assert.notInclude(settled.text(), 'última palavra')
    settled.assertTextIncludes('Tudo em dia')
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

  test('agents find the conversations instead, and no interview', async ({ client, assert }) => {
    await anInterview({ startsAt: NEXT_HOUR })
    const response = await client.get('/').loginAs(await aUser('agent'))
    assert.include(response.redirects().join(), '/conversations')
    response.assertTextIncludes('Ninguém espera')
    assert.notInclude(response.text(), 'Ana Exemplo')
  })
})
