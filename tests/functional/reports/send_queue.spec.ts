import Contact from '#contacts/models/contact'
import Message from '#messages/models/message'
import Sender from '#messages/models/sender'
import { Throughput } from '#reports/throughput'
import {
  accepted,
  anInterview,
  aUser,
  cleanScene,
  dispatch,
  NOW,
  simulator,
  stopClockAt,
} from '#tests/scene'
import { statementsDuring } from '#tests/statements'
import whatsapp from '#whatsapp/services/main'
import type { ApiClient } from '@japa/api-client'
import type User from '#users/models/user'
import { test } from '@japa/runner'
import { randomUUID } from 'node:crypto'

type Verb = 'post' | 'put' | 'delete'

const act = (client: ApiClient, user: User, verb: Verb, path: string, fields = {}) =>
  client[verb](path).loginAs(user).withCsrfToken().form(fields).redirects(0)

const aMessage = (attributes: Partial<Message> = {}) =>
  Message.create({
    uuid: randomUUID(),
    direction: 'outbound',
    kind: 'notice',
    templateKey: 'interview_scheduled',
    status: 'queued',
    sender: 'twilio',
    address: '+5511900000001',
    body: 'Olá',
    priority: 0,
    sendAt: NOW,
    ...attributes,
  })

test.group('Fila de envio', (group) => {
  group.each.setup(cleanScene)

  test('shows what waits now and later, and why', async ({ client }) => {
    const user = await aUser()
    const interview = await anInterview()
    await aMessage({ sendAt: NOW.plus({ hours: 9 }), reason: 'quiet_hours' })
    await aMessage({ sendAt: NOW.plus({ minutes: 1 }), reason: 'throttled', errorCode: '20429' })
    const page = await client.get('/queue').loginAs(user)
    page.assertTextIncludes('+1 415 523 8886')
    page.assertTextIncludes('Aberto')
    page.assertTextIncludes('Ana Exemplo')
    page.assertTextIncludes(`/interviews/${interview.id}`)
    page.assertTextIncludes('1 no horário de silêncio')
    page.assertTextIncludes('1 será tentada de novo')
    page.assertTextIncludes('O Twilio pediu para esperar')
  })

  test('lists apart what leaves now, later, and what did not leave', async ({ client, assert }) => {
    const user = await aUser()
    const people = await Contact.createMany(
      ['Agora', 'Depois', 'Nunca', 'Antes'].map((name, index) => ({
        name: `Pessoa ${name}`,
        phone: `+551190000001${index}`,
        locale: 'pt-BR' as const,
      }))
    )
    const [now, later, never, before] = people.map(({ id }) => id)
    await aMessage({ contactId: now })
    await aMessage({ contactId: later, sendAt: NOW.plus({ hours: 1 }) })
    const failed = { status: 'failed', reason: 'rejected', errorCode: '63024' } as const
    await aMessage({ contactId: never, ...failed })
    const old = await aMessage({ contactId: before, ...failed })
    await Message.query().where('id', old.id).update({ updated_at: '2026-11-18T13:00:00.000Z' })

    const names = async (query: string) => {
      const page = await client.get(`/queue?${query}`).loginAs(user)
      return people.filter(({ name }) => page.text().includes(name)).map(({ name }) => name)
    }
    assert.deepEqual(await names(''), ['Pessoa Agora', 'Pessoa Depois'])
    assert.deepEqual(await names('view=due'), ['Pessoa Agora'])
    assert.deepEqual(await names('view=later'), ['Pessoa Depois'])
    assert.deepEqual(await names('view=failed'), ['Pessoa Nunca'])
    assert.deepEqual(await names('view=failed&reason=rejected&code=63016'), [])
  })

  test('groups what failed in a day by its cause, with the way to the messages', async ({
    client,
  }) => {
    for (let n = 0; n < 3; n++) {
      await aMessage({ status: 'failed', reason: 'rejected', errorCode: '63024' })
    }
    await aMessage({ status: 'expired', reason: 'too_late' })
    const page = await client.get('/queue').loginAs(await aUser())
    page.assertTextIncludes('3 mensagens')
    page.assertTextIncludes(whatsapp.use().explain('63024'))
    page.assertTextIncludes('view=failed&amp;sender=twilio&amp;reason=rejected&amp;code=63024')
    page.assertTextIncludes('Não foi possível enviar a tempo')
  })

  test('is read a page at a time, nobody twice', async ({ client, assert }) => {
    const user = await aUser()
    const people = await Contact.createMany(
      Array.from({ length: 45 }, (_, n) => ({
        name: `Pessoa ${n}.`,
        phone: `+55119000002${String(n).padStart(2, '0')}`,
        locale: 'pt-BR' as const,
      }))
    )
    for (const { id } of people) await aMessage({ contactId: id })
    const first = await client.get('/queue').loginAs(user)
    const next = /href="([^"]*cursor=[^"]*)"/.exec(first.text())![1].replaceAll('&amp;', '&')
    const second = await client.get(next).loginAs(user)
    const seen = [first, second].map((page) => page.text().match(/Pessoa \d+\./g) ?? [])
    assert.lengthOf(seen[0], 30)
    assert.lengthOf(seen[1], 15)
    assert.lengthOf([...new Set(seen.flat())], 45)
  })

  test('costs as many questions for fifty messages as for one', async ({ client, assert }) => {
    const user = await aUser()
    const questions = async () =>
      (await statementsDuring(() => client.get('/queue').loginAs(user))).length
    // Now and then a session is swept, which asks once more.
    const atLeast = async () => Math.min(await questions(), await questions(), await questions())
    await anInterview()
    const forOne = await atLeast()
    assert.isAbove(forOne, 5)
    for (let n = 0; n < 50; n++)
      await anInterview({ candidateId: (await Contact.firstOrFail()).id })
    assert.equal(await atLeast(), forOne)
  })

  test('draws what was sent in the last half hour', async ({ client, assert }) => {
    for (const minutes of [0, 3, 3, 29, 31]) {
      await aMessage({ status: 'read', sentAt: NOW.minus({ minutes }) })
    }
    await aMessage({ direction: 'inbound', status: 'received', sentAt: NOW })
    const minutes = (await new Throughput().lately())('twilio').map(({ count }) => count)
    assert.lengthOf(minutes, 30)
    assert.deepEqual([minutes[0], minutes[26], minutes[29]], [1, 2, 1])
    const page = await client.get('/queue').loginAs(await aUser())
    page.assertTextIncludes('na última meia hora')
  })

  test('a minute that is over is counted once', async ({ assert }) => {
    const throughput = new Throughput()
    await aMessage({ status: 'read', sentAt: NOW.minus({ minutes: 5 }) })
    await throughput.lately()
    await Message.query().delete()
    const kept = (await throughput.lately())('twilio')
    assert.equal(kept[24].count, 1)
    stopClockAt(NOW.plus({ hours: 1 }))
    const later = (await throughput.lately())('twilio')
    assert.equal(Math.max(...later.map(({ count }) => count)), 0)
  })

  test('an admin pauses and resumes: meanwhile nothing leaves', async ({ client, assert }) => {
    const admin = await aUser('admin', { fullName: 'Alice Administra' })
    const { id } = await Sender.named('twilio')
    const paused = await act(client, admin, 'post', `/senders/${id}/pause`)
    paused.assertFlashMessage('success')
    await anInterview()
    await dispatch()
    assert.isEmpty(await accepted())
    const page = await client.get('/queue').loginAs(admin)
    page.assertTextIncludes('Pausado por Alice Administra')
    page.assertTextIncludes('Retomar')

    await act(client, admin, 'delete', `/senders/${id}/pause`)
    await dispatch()
    assert.lengthOf(await accepted(), 1)
  })

  test('who recruits looks, an admin decides, an agent does neither', async ({
    client,
    assert,
  }) => {
    const sender = await Sender.named('twilio')
    const recruiter = await aUser('recruiter')
    const page = await client.get('/queue').loginAs(recruiter)
    page.assertStatus(200)
    assert.notInclude(page.text(), 'Pausar')
    assert.notInclude(page.text(), 'messages_per_second')
    await act(client, recruiter, 'post', `/senders/${sender.id}/pause`)
    await act(client, recruiter, 'put', `/senders/${sender.id}/limit`, { messages_per_second: 5 })
    await sender.refresh()
    assert.equal(sender.state, 'open')
    assert.equal(sender.messagesPerSecond, 80)

    const forAgent = await client.get('/queue').loginAs(await aUser('agent'))
    forAgent.assertStatus(403)
    const forStranger = await client.get('/queue').redirects(0)
    forStranger.assertStatus(302)
    const nobody = await act(client, await aUser('admin'), 'post', '/senders/999/pause')
    nobody.assertStatus(404)
  })

  test('the limit is from one to a thousand a second', async ({ client, assert }) => {
    const admin = await aUser('admin')
    const sender = await Sender.named('twilio')
    for (const wrong of [0, 1001, 2.5, 'x', '']) {
      const path = `/senders/${sender.id}/limit`
      const response = await act(client, admin, 'put', path, { messages_per_second: wrong })
      assert.property(response.flashMessage('inputErrorsBag'), 'messages_per_second')
    }
    await act(client, admin, 'put', `/senders/${sender.id}/limit`, { messages_per_second: 12 })
    await sender.refresh()
    assert.equal(sender.messagesPerSecond, 12)
  })

  test('says why a sender does not send, and until when', async ({ client, cleanup }) => {
    const user = await aUser('admin')
    const sender = await Sender.named('twilio')
    await sender.merge({ blockedAt: NOW, lastCode: '63051' }).save()
    const blocked = await client.get('/queue').loginAs(user)
    blocked.assertTextIncludes('Bloqueado pelo provedor')
    blocked.assertTextIncludes(whatsapp.use().explain('63051'))
    blocked.assertTextIncludes('Tentar agora')

    const heldUntil = NOW.plus({ minutes: 5 })
    await sender.merge({ blockedAt: null, heldUntil }).save()
    const held = await client.get('/queue').loginAs(user)
    held.assertTextIncludes('Segurando')
    held.assertTextIncludes('10:05')

    const missing = whatsapp.use().missingSettings
    missing.push('TWILIO_AUTH_TOKEN')
    cleanup(() => void missing.pop())
    const unset = await client.get('/queue').loginAs(user)
    unset.assertTextIncludes('Não configurado')
  })

  test('a refused message can be sent again from here', async ({ client, assert }) => {
    await simulator('PUT', 'settings', { fault: 'error_code', error_code: 21211, times: 1 })
    await anInterview()
    await dispatch()
    const page = await client.get('/queue?view=failed').loginAs(await aUser())
    page.assertTextIncludes('Reenviar')
    assert.lengthOf(await Message.all(), 1)
  })

  test('sent again while the sender is paused, it says what it waits for', async ({
    client,
    assert,
  }) => {
    const admin = await aUser('admin')
    const sender = await Sender.named('twilio')
    const told = async () => {
      const { id } = await aMessage({ status: 'failed', reason: 'rejected', kind: 'text' })
      const response = await act(client, admin, 'post', `/messages/${id}/resend`)
      return String(response.flashMessage('success'))
    }
    assert.equal(await told(), 'A mensagem volta para a fila e sai agora.')
    await sender.pause({ by: admin })
    assert.match(await told(), /sai quando alguém retomar os envios, que estão pausados\.$/)
  })
})
