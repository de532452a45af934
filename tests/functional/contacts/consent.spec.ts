import Consent from '#contacts/models/consent'
import Contact from '#contacts/models/contact'
import { receiveInbound } from '#messages/inbound'
import Message from '#messages/models/message'
import {
  arrived,
  accepted,
  aCandidate,
  anInterview,
  at,
  aUser,
  cleanScene,
  dispatch,
  messagesOf,
  NOW,
  stopClockAt,
  writes,
} from '#tests/scene'
import { test } from '@japa/runner'

const answers = () => Message.query().where('kind', 'text').where('direction', 'outbound')

const inbound = (body: string, n: number) => ({
  providerMessageId: `SM${n}`,
  from: '+5511900000001',
  body,
  profileName: null,
})

test.group('What a person accepts, in their own words', (group) => {
  group.each.setup(cleanScene)

  test('PARAR leaves only their own interviews, and one answer rings that says so', async ({
    assert,
  }) => {
    const ana = await aCandidate()
    await writes('Parar!')
    await dispatch()
    await dispatch()

    await ana.refresh()
    assert.equal(ana.accepts, 'own_interviews')
    const [consent] = await Consent.all()
    assert.include(consent.$attributes, {
      contactId: ana.id,
      decision: 'own_interviews',
      source: 'inbound',
      text: 'Parar!',
      sender: 'twilio',
      recordedById: null,
    })
    assert.deepEqual(consent.createdAt, NOW)
    const rung = await accepted()
    assert.lengthOf(rung, 1)
    assert.match(rung[0].body, /suas próprias entrevistas.*VOLTAR.*BLOQUEAR TUDO/s)
  })

  test('their interviews are still announced', async ({ assert }) => {
    const { id } = await aCandidate()
    await writes('SAIR')
    const interview = await anInterview({ candidateId: id })
    await dispatch()
    assert.equal((await messagesOf(interview))[0].status, 'accepted')
  })

  test('BLOQUEAR TUDO is answered once, and after that nothing rings', async ({ assert }) => {
    const { id } = await aCandidate()
    await writes('bloquear tudo')
    const interview = await anInterview({ candidateId: id })
    await dispatch()
    await dispatch()

    assert.deepEqual(
      (await accepted()).map(({ body }) => body.slice(0, 48)),
      ['Certo: não enviaremos mais nenhuma mensagem, nem']
    )
    const [notice] = await messagesOf(interview)
    assert.deepEqual([notice.status, notice.reason], ['canceled', 'contact_declined'])
    assert.match(notice.explanation!, /avise de outra forma/)
  })

  test('VOLTAR undoes either, and says so', async ({ assert }) => {
    const ana = await aCandidate()
    for (const word of ['PARAR', 'BLOQUEAR TUDO', 'Voltar']) await writes(word)
    await ana.refresh()
    assert.equal(ana.accepts, 'everything')
    const decisions = (await Consent.query().orderBy('id')).map(({ decision }) => decision)
    assert.deepEqual(decisions, ['own_interviews', 'nothing', 'everything'])

    await dispatch()
    const last = (await accepted()).at(-1)!
    assert.match(last.body, /^Pronto: você volta a receber/)
  })

  test('only changes are kept and answered', async ({ assert }) => {
    await aCandidate()
    for (const word of ['VOLTAR', 'PARAR', 'parar', 'STOP']) await writes(word)
    assert.lengthOf(await Consent.all(), 1)
    assert.lengthOf(await answers(), 1)
  })

  test('PARAR does not give back what BLOQUEAR TUDO took away', async ({ assert }) => {
    const ana = await aCandidate()
    for (const word of ['BLOQUEAR TUDO', 'PARAR']) await writes(word)
    await ana.refresh()
    assert.equal(ana.accepts, 'nothing')
    assert.lengthOf(await answers(), 1)
  })

  test('four such words at once are heeded once', async ({ assert }) => {
    await aCandidate()
    await receiveInbound(inbound('oi', 1), arrived())
    const words = ['PARAR', 'sair', 'STOP', 'remover']
    await Promise.all(words.map((w, n) => receiveInbound(inbound(w, n + 2), arrived())))
    assert.lengthOf(await Consent.all(), 1)
    assert.lengthOf(await answers(), 1)
  })

  test('a sentence with the word in it is only a message', async ({ assert }) => {
    const ana = await aCandidate()
    await writes('posso sair às 15h?')
    await ana.refresh()
    assert.equal(ana.accepts, 'everything')
    assert.isEmpty(await answers())
  })

  test('who is answered reads it in their language', async ({ assert }) => {
    await aCandidate({ locale: 'en' })
    await aCandidate({ locale: 'es', phone: '+5511900000002' })
    await writes('STOP')
    await writes('BAJA', '+5511900000002')
    const bodies = (await answers().orderBy('id')).map(({ body }) => body)
    assert.match(bodies[0], /only get messages about your own interviews.*START/s)
    assert.match(bodies[1], /solo recibirá mensajes.*VOLVER/s)
  })

  test('the answer comes at night, too: they are holding the phone', async ({ assert }) => {
    await aCandidate()
    stopClockAt(at('2026-11-21T02:00:00.000Z'))
    await writes('PARAR')
    await dispatch()
    assert.lengthOf(await accepted(), 1)
  })

  test('a stranger’s word counts as anybody’s', async ({ assert }) => {
    await writes('PARAR', '+5511900000009')
    const stranger = await Contact.findByOrFail({ phone: '+5511900000009' })
    assert.equal(stranger.accepts, 'own_interviews')
    assert.lengthOf(await answers(), 1)
  })

  test('anonymising forgets the words, and keeps that they were said', async ({ assert }) => {
    const ana = await aCandidate()
    const by = await aUser()
    await writes('PARAR')
    await ana.decide({ decision: 'nothing', source: 'recruiter', text: 'Ana ligou', by })
    await ana.refresh()
    await ana.anonymise()

    const kept = await Consent.query().orderBy('id')
    assert.deepEqual(
      kept.map(({ decision, text, recordedById }) => [decision, text, recordedById]),
      [
        ['own_interviews', null, null],
        ['nothing', null, by.id],
      ]
    )
    const forgotten = await Contact.findOrFail(ana.id)
    assert.equal(forgotten.accepts, 'nothing')
    const said = { decision: 'everything', source: 'recruiter', text: 'x', by } as const
    await assert.rejects(() => forgotten.decide(said), /anonimizado/)
  })
})
