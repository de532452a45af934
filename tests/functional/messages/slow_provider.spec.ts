import { appUrl } from '#config/app'
import { Dispatcher } from '#messages/dispatcher'
import Message from '#messages/models/message'
import Sender from '#messages/models/sender'
import env from '#start/env'
import { eventually } from '#tests/eventually'
import { aCandidate, anInterview, cleanScene } from '#tests/scene'
import { defineConfig } from '#whatsapp/define_config'
import { TwilioGateway } from '#whatsapp/gateways/twilio_gateway'
import { WhatsappManager } from '#whatsapp/whatsapp_manager'
import logger from '@adonisjs/core/services/logger'
import { test } from '@japa/runner'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const SOCKETS = 4
const DUE = 24
const ANSWERS_AFTER_MS = 150
/** Longer than an answer, far shorter than a turn at a socket. */
const PATIENCE_MS = 400

/** A provider that takes its time, and counts how many it serves at once. */
async function aSlowProvider() {
  const seen = { now: 0, most: 0, total: 0 }
  const server = createServer((request, response) => {
    seen.now += 1
    seen.total += 1
    seen.most = Math.max(seen.most, seen.now)
    const sid = `SM${String(seen.total).padStart(32, '0')}`
    request.resume()
    setTimeout(() => {
      seen.now -= 1
      response.writeHead(201, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ sid, status: 'queued' }))
    }, ANSWERS_AFTER_MS)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { seen, server, url: `http://127.0.0.1:${port}` }
}

function senderThrough(baseUrl: string) {
  const twilio = () =>
    new TwilioGateway({
      baseUrl,
      accountSid: env.get('TWILIO_ACCOUNT_SID'),
      authToken: env.get('TWILIO_AUTH_TOKEN'),
      from: env.get('TWILIO_WHATSAPP_FROM'),
      publicUrl: appUrl,
      connections: SOCKETS,
      timeoutMs: PATIENCE_MS,
    })
  return new WhatsappManager(defineConfig({ default: 'twilio', senders: { twilio } }))
}

test.group('A provider slower than our messages are due', (group) => {
  group.each.setup(cleanScene)

  test('serves as many as there are sockets; who waits for one is not given up', async ({
    assert,
  }) => {
    for (let n = 0; n < DUE; n++) {
      const { id } = await aCandidate({ phone: `+5511900000${String(n).padStart(3, '0')}` })
      await anInterview({ candidateId: id })
    }
    const { seen, server, url } = await aSlowProvider()
    const whatsapp = senderThrough(url)
    await (await Sender.named('twilio')).merge({ messagesPerSecond: 1000 }).save()
    const dispatcher = new Dispatcher(whatsapp, logger)
    dispatcher.start()
    await eventually(() => seen.total === DUE)
    await dispatcher.stop()
    await whatsapp.close()
    server.close()

    assert.equal(seen.most, SOCKETS)
    assert.equal(seen.total, DUE)
    const rows = await Message.query().whereNot('status', 'accepted')
    assert.deepEqual(
      rows.map(({ status, errorDetail }) => [status, errorDetail]),
      []
    )
  })
})
