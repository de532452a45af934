import CompanySettings from '#settings/models/company_settings'
import { sendReply } from '#conversations/send_reply'
import { receiveInbound } from '#messages/inbound'
import Conversation from '#messages/models/conversation'
import Message from '#messages/models/message'
import ReplyBackend from '#replies/models/reply_backend'
import ReplyTask from '#replies/models/reply_task'
import { ringForgottenReplies } from '#replies/forgotten'
import { replyTo } from '#replies/reply_to'
import { ScriptedServer } from '#tests/gateways/scripted_server'
import { takeJobs } from '#tests/queue'
import { aCloudApiSender } from '#tests/functional/senders/scene'
import {
  aCandidate,
  accepted,
  arrived,
  at,
  aUser,
  cleanScene,
  dispatch,
  NOW,
  stopClockAt,
} from '#tests/scene'
import type { InboundMessage } from '#whatsapp/gateways/gateway'
import db from '@adonisjs/lucid/services/db'
import { Sweeper } from '#messages/sweeper'
import whatsapp from '#whatsapp/services/main'
import logger from '@adonisjs/core/services/logger'
import { test } from '@japa/runner'

const SENDER = 'twilio'

const emptyQueue = async () => void (await takeJobs())

let count = 0
const said = (body: string, more: Partial<InboundMessage> = {}): InboundMessage => ({
  providerMessageId: `SM ${(count += 1)}`,
  from: '+5511900000001',
  body,
  profileName: 'Ana Exemplo',
  ...more,
})

const hear = (body: string, more: Partial<InboundMessage> = {}) =>
  receiveInbound(said(body, more), arrived())

const waiting = async () =>
  (await ReplyTask.query().where('status', 'waiting').orderBy('id')).map(({ id }) => Number(id))

/** As the queue would, one after the other and by its own bells. */
async function answerAll() {
  for (let ids = await waiting(); ids.length > 0; ids = await waiting()) {
    for (const id of ids) await replyTo(id)
  }
}

const bodies = async () => (await accepted()).map(({ body }) => body)
const conversation = () => Conversation.firstOrFail()

async function aBackend(url: string, more = {}) {
  return ReplyBackend.create({ sender: SENDER, url, mode: 'always', timeoutSeconds: 1, ...more })
}

test.group('A backend that answers', (group) => {
  let server: ScriptedServer

  group.each.setup(cleanScene)
  group.each.setup(emptyQueue)
  group.each.setup(async () => {
    server = await new ScriptedServer().start()
    server.answerWith(200, JSON.stringify({ original: '?', reply: 'Sim, há estacionamento.' }))
    return () => server.stop()
  })

  test('what nobody else handled is answered, once', async ({ assert }) => {
    await aCandidate()
    await aBackend(server.origin)
    await hear('Tem estacionamento?')
    const [id] = await waiting()
    await Promise.all([replyTo(id), replyTo(id), replyTo(id)])
    await replyTo(id)
    await dispatch()
    assert.deepEqual(await bodies(), ['Sim, há estacionamento.'])
    assert.deepEqual(
      server.requests.map(({ url, body }) => [url.pathname, JSON.parse(body.toString())]),
      [['/process', { text: 'Tem estacionamento?' }]]
    )
    assert.equal((await conversation()).status, 'resolved')
  })

  test('who was anonymised meanwhile is told nothing, and nothing of it is kept', async ({
    assert,
  }) => {
    const contact = await aCandidate()
    await aBackend(server.origin)
    await hear('Meu CPF é segredo')
    await contact.refresh()
    await contact.anonymise()
    await answerAll()
    assert.isEmpty(await Message.query().where('kind', 'auto_reply'))
    assert.equal((await ReplyTask.firstOrFail()).status, 'dropped')
  })

  test('what somebody of ours took back has answered nobody', async ({ assert }) => {
    await aCandidate()
    await aBackend(server.origin)
    await hear('Tem estacionamento?')
    const { id } = await conversation()
    const by = await aUser('agent')
    const reply = await sendReply(id, { text: 'Vou ver' }, { by, requestKey: 'r' })
    await db.transaction((trx) => reply!.end('canceled', 'canceled_by_person', trx))
    await answerAll()
    await dispatch()
    assert.deepEqual(await bodies(), ['Sim, há estacionamento.'])
  })

  test('what the machine understands is not asked about', async ({ assert }) => {
    await aCandidate()
    await aBackend(server.origin)
    await hear('PARAR')
    assert.isEmpty(await ReplyTask.all())
  })

  test('a picture is for people', async ({ assert }) => {
    await aCandidate()
    await aBackend(server.origin)
    const media = [{ kind: 'image' as const, contentType: 'image/jpeg', filename: null }]
    await hear('olhe', { content: { media } })
    assert.isEmpty(await ReplyTask.all())
    assert.equal((await conversation()).status, 'open')
  })

  test('what could not be said in the end waits for a person', async ({ assert }) => {
    await aCandidate()
    await aBackend(server.origin)
    await hear('Tem estacionamento?')
    await answerAll()
    assert.equal((await conversation()).status, 'resolved')
    stopClockAt(NOW.plus({ hours: 2 }))
    await new Sweeper(whatsapp, logger).sweep()
    const reply = await Message.findByOrFail({ kind: 'auto_reply' })
    assert.equal(reply.status, 'expired')
    assert.include((await conversation()).$attributes, { status: 'open', unreadCount: 1 })
  })

  test('what was written hours ago is for people, and nobody asks a backend that was switched off', async ({
    assert,
  }) => {
    await aCandidate()
    const backend = await aBackend(server.origin)
    await hear('Tem estacionamento?')
    stopClockAt(NOW.plus({ hours: 2 }))
    await answerAll()
    await hear('E agora?')
    await (backend as ReplyBackend).merge({ mode: 'off' }).save()
    await answerAll()
    assert.isEmpty(server.requests)
    assert.equal((await conversation()).unreadCount, 2)
  })

  test('several are answered in their order', async ({ assert }) => {
    await aCandidate()
    await aBackend(server.origin)
    for (const text of ['um', 'dois', 'três']) await hear(text)
    const ids = await waiting()
    await replyTo(ids[2])
    await replyTo(ids[1])
    assert.isEmpty(server.requests)
    await answerAll()
    assert.deepEqual(
      server.requests.map(({ body }) => JSON.parse(body.toString()).text),
      ['um', 'dois', 'três']
    )
    const replies = await Message.query().where('kind', 'auto_reply').orderBy('id')
    const [first, second, third] = await Message.query().where('direction', 'inbound').orderBy('id')
    assert.deepEqual(
      replies.map(({ facts }) => facts!.answers),
      [first.id, second.id, third.id]
    )
  })

  test('off, nobody is asked', async ({ assert }) => {
    await aCandidate()
    await aBackend(server.origin, { mode: 'off' })
    await hear('Tem estacionamento?')
    assert.isEmpty(await ReplyTask.all())
    assert.equal((await conversation()).status, 'open')
  })

  test('off hours only, people answer in the day and the backend at night', async ({ assert }) => {
    await aCandidate()
    await aBackend(server.origin, { mode: 'off_hours' })
    await open([{ weekday: 5, from: '08:00', to: '18:00' }])
    await hear('de dia')
    assert.isEmpty(await ReplyTask.all())
    stopClockAt(NOW.plus({ hours: 12 }))
    await hear('de noite')
    assert.lengthOf(await ReplyTask.all(), 1)
  })

  test('somebody of ours who was faster has the word', async ({ assert }) => {
    const ana = await aCandidate()
    await aBackend(server.origin)
    await hear('Tem estacionamento?')
    const [id] = await waiting()
    const author = await aUser()
    await Message.create({
      uuid: crypto.randomUUID(),
      direction: 'outbound',
      kind: 'reply',
      status: 'queued',
      contactId: ana.id,
      authorId: author.id,
      sender: SENDER,
      address: ana.phone!,
      body: 'Tem sim!',
      priority: 0,
      sendAt: NOW,
    })
    await replyTo(id)
    const task = await ReplyTask.findOrFail(id)
    assert.equal(task.status, 'dropped')
    assert.isEmpty(await Message.query().where('kind', 'auto_reply'))
  })
})

const open = async (attendance: { weekday: number; from: string; to: string }[], text?: string) =>
  (await CompanySettings.current()).merge({ attendance, offHoursText: text ?? null }).save()

test.group('A backend that fails', (group) => {
  let server: ScriptedServer

  group.each.setup(cleanScene)
  group.each.setup(emptyQueue)
  group.each.setup(async () => {
    server = await new ScriptedServer().start()
    return () => server.stop()
  })

  const laterBy = (seconds: number) => stopClockAt(NOW.plus({ seconds }))

  test('it is tried three times, and then a person reads it; nobody else hears of it', async ({
    assert,
  }) => {
    await aCandidate()
    await aBackend(server.origin)
    server.answerWith(500, 'no')
    await hear('Tem estacionamento?')
    const [id] = await waiting()
    await replyTo(id)
    await replyTo(id)
    assert.lengthOf(server.requests, 1, 'it waits before it asks again')
    laterBy(2)
    await replyTo(id)
    laterBy(12)
    await replyTo(id)
    await dispatch()
    assert.lengthOf(server.requests, 3)
    assert.isEmpty(await bodies())
    assert.include((await ReplyTask.findOrFail(id)).$attributes, {
      status: 'failed',
      reason: 'server_error',
    })
    assert.include((await conversation()).$attributes, { status: 'open', unreadCount: 1 })
  })

  test('{what} is not asked again')
    .with([
      { what: 'a refusal', status: 422, body: '{}' },
      { what: 'an answer that is none', status: 200, body: '<html>' },
      { what: 'an answer without a reply', status: 200, body: '{"original":"x"}' },
      { what: 'an endless reply', status: 200, body: JSON.stringify({ reply: 'a'.repeat(1601) }) },
    ])
    .run(async ({ assert }, { status, body }) => {
      await aCandidate()
      await aBackend(server.origin)
      server.answerWith(status, body)
      await hear('Tem estacionamento?')
      await answerAll()
      assert.lengthOf(server.requests, 1)
      assert.equal((await conversation()).status, 'open')
    })

  test('nobody there is a failure, too, and says so on the page', async ({ assert, client }) => {
    await aCandidate()
    const backend = await aBackend('http://127.0.0.1:9')
    await aCloudApiSender('Central')
    await hear('Tem estacionamento?')
    await replyTo((await waiting())[0])
    await backend.refresh()
    assert.equal(backend.failures, 1)
    const page = await client.get('/settings/replies').loginAs(await aUser('admin'))
    page.assertTextIncludes('não foi possível conectar')
    page.assertTextIncludes('<h3>Central</h3>')
  })

  test('after five failures it rests a minute: what comes is for people at once', async ({
    assert,
  }) => {
    await aCandidate()
    await aBackend(server.origin)
    server.answerWith(422, '{}')
    for (const text of ['1a', '2a', '3a', '4a', '5a']) await hear(text)
    await answerAll()
    assert.lengthOf(server.requests, 5)
    await hear('e agora?')
    assert.isEmpty(await waiting())
    laterBy(61)
    server.answerWith(200, JSON.stringify({ reply: 'Voltei.' }))
    await hear('e depois?')
    await answerAll()
    assert.equal((await ReplyBackend.firstOrFail()).failures, 0)
    assert.lengthOf(await Message.query().where('kind', 'auto_reply'), 1)
  })

  test('one whose bell was lost or whose process died is asked again by the schedule', async ({
    assert,
  }) => {
    await aCandidate()
    await aBackend(server.origin)
    server.answerWith(200, JSON.stringify({ reply: 'Sim.' }))
    await hear('Tem estacionamento?')
    const [id] = await waiting()
    await ReplyTask.claim(id)
    await replyTo(id)
    assert.isEmpty(server.requests, 'it is in another’s hands')
    laterBy(40)
    await takeJobs()
    await ringForgottenReplies()
    assert.deepInclude(await takeJobs(), { id })
    await replyTo(id)
    assert.lengthOf(server.requests, 1)
  })
})

test.group('Outside the hours', (group) => {
  group.each.setup(cleanScene)
  group.each.setup(emptyQueue)

  const TEXT = 'Recebemos! Respondemos às 8h.'
  const FRIDAYS = [{ weekday: 5, from: '08:00', to: '18:00' }]

  test('who writes hears once a night when somebody will be there', async ({ assert }) => {
    await aCandidate()
    await open(FRIDAYS, TEXT)
    await hear('de dia')
    stopClockAt(at('2026-11-20T22:00:00.000Z'))
    await hear('de noite')
    await hear('alguém?')
    await dispatch()
    stopClockAt(at('2026-11-21T15:00:00.000Z'))
    await hear('e no sábado?')
    await dispatch()
    assert.deepEqual(await bodies(), [TEXT])
    assert.equal((await conversation()).unreadCount, 4)
  })

  test('the next night it is said again', async ({ assert }) => {
    await aCandidate()
    await open([...FRIDAYS, { weekday: 6, from: '08:00', to: '12:00' }], TEXT)
    stopClockAt(at('2026-11-20T22:00:00.000Z'))
    await hear('sexta')
    stopClockAt(at('2026-11-21T22:00:00.000Z'))
    await hear('sábado')
    assert.lengthOf(await Message.query().where('kind', 'auto_reply'), 2)
  })

  test('what settles itself is not told to wait', async ({ assert }) => {
    await aCandidate()
    await open(FRIDAYS, TEXT)
    stopClockAt(at('2026-11-20T22:00:00.000Z'))
    await hear('PARAR')
    assert.isEmpty(await Message.query().where('kind', 'auto_reply'))
  })

  test('an emoji on a message asks nothing', async ({ assert }) => {
    await aCandidate()
    await open(FRIDAYS, TEXT)
    stopClockAt(at('2026-11-20T22:00:00.000Z'))
    await hear('', { content: { reaction: { emoji: '👍', to: 'SM1' } } })
    assert.isEmpty(await Message.query().where('kind', 'auto_reply'))
  })
})

test.group('The page Respostas automáticas', (group) => {
  group.each.setup(cleanScene)

  test('hours, a sentence and a service are saved and shown', async ({ client, assert }) => {
    const admin = await aUser('admin')
    await client
      .put('/settings/replies/attendance')
      .loginAs(admin)
      .withCsrfToken()
      .form({
        'windows[0][weekday]': '1',
        'windows[0][from]': '08:00',
        'windows[0][to]': '18:00',
        'off_hours_text': 'Até amanhã!',
      })
      .redirects(0)
    const url = 'http://localhost:8000'
    await client
      .put('/settings/replies/twilio/backend')
      .loginAs(admin)
      .withCsrfToken()
      .form({ mode: 'always', url, timeout_seconds: '10' })
      .redirects(0)
    const settings = await CompanySettings.current()
    assert.deepEqual(settings.attendance, [{ weekday: 1, from: '08:00', to: '18:00' }])
    assert.include((await ReplyBackend.firstOrFail()).$attributes, { mode: 'always', url })
    const page = await client.get('/settings/replies').loginAs(admin)
    page.assertTextIncludes('Até amanhã!')
    page.assertTextIncludes(url)
    page.assertTextIncludes('Ligado')
  })

  test('an address that is none is refused', async ({ client, assert }) => {
    const page = await client
      .put('/settings/replies/twilio/backend')
      .loginAs(await aUser('admin'))
      .withCsrfToken()
      .header('accept', 'application/json')
      .form({ mode: 'always', url: 'localhost', timeout_seconds: '10' })
    page.assertStatus(422)
    assert.isEmpty(await ReplyBackend.all())
  })

  test('only who administers may', async ({ client }) => {
    const page = await client.get('/settings/replies').loginAs(await aUser('recruiter'))
    page.assertStatus(403)
  })
})
