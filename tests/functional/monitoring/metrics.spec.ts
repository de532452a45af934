import { appUrl } from '#config/app'
import config from '#config/monitoring'
import { startMetricsServer } from '#monitoring/metrics/metrics_server'
import { boundedLabel } from '#monitoring/metrics/bounded_label'
import Sender from '#messages/models/sender'
import { Sweeper } from '#messages/sweeper'
import { freePort } from '#tests/free_port'
import logger from '@adonisjs/core/services/logger'
import whatsapp from '#whatsapp/services/main'
import { test } from '@japa/runner'
import {
  aCandidate,
  anInterview,
  cleanScene,
  deliverCallbacks,
  dispatch,
  NOW,
  simulator,
  stopClockAt,
} from '#tests/scene'

const get = (headers: Record<string, string> = {}) => fetch(`${appUrl}/metrics`, { headers })

/** The value of a series; 0 when it is not there. */
async function metric(series: string) {
  const lines = (await (await get()).text()).split('\n')
  const line = lines.find((one) => one.startsWith(`${series} `))
  return line ? Number(line.slice(series.length)) : 0
}

/** By how much a counter rose meanwhile: other tests count too. */
async function risen(series: string, act: () => Promise<unknown>) {
  const before = await metric(series)
  await act()
  return (await metric(series)) - before
}

function withToken(token: string, cleanup: (undo: () => void) => void) {
  config.metricsToken = token
  cleanup(() => void (config.metricsToken = null))
}

test.group('Metrics', (group) => {
  group.each.setup(cleanScene)

  test('tell what waits where, and since when', async ({ assert }) => {
    await Sender.named('twilio')
    await anInterview()
    stopClockAt(NOW.plus({ seconds: 42 }))
    assert.equal(await metric('convoca_queue_messages{sender="twilio",state="due"}'), 1)
    assert.equal(await metric('convoca_queue_lag_seconds{sender="twilio"}'), 42)
    assert.equal(await metric('convoca_sender_messages_per_second{sender="twilio"}'), 80)
    assert.equal(await metric('convoca_sender_state{sender="twilio",state="open"}'), 1)

    const sender = await Sender.named('twilio')
    await sender.merge({ heldUntil: NOW.plus({ hours: 1 }) }).save()
    assert.equal(await metric('convoca_sender_state{sender="twilio",state="held"}'), 1)
    assert.equal(await metric('convoca_sender_state{sender="twilio",state="open"}'), 0)

    await sender.resume()
    await dispatch()
    assert.equal(await metric('convoca_queue_messages{sender="twilio",state="due"}'), 0)
  })

  test('count what providers answered, by outcome and code', async ({ assert }) => {
    const accepted =
      'convoca_message_decisions_total{step="call",sender="twilio",outcome="accepted",code=""}'
    const calls = 'convoca_send_seconds_count{sender="twilio",outcome="accepted"}'
    await anInterview()
    assert.equal(await risen(accepted, dispatch), 1)
    assert.isAbove(await metric(calls), 0)

    await simulator('PUT', 'settings', { fault: 'error_code', error_code: 21211, times: 1 })
    const { id: candidateId } = await aCandidate({ phone: '+5511900000002' })
    await anInterview({ candidateId })
    const refused =
      'convoca_message_decisions_total{step="call",sender="twilio",outcome="rejected",code="21211"}'
    assert.equal(await risen(refused, dispatch), 1)
  })

  test('count what was stopped, looked for and reported', async ({ assert }) => {
    const series = (step: string, outcome: string, code: string) =>
      `convoca_message_decisions_total{step="${step}",sender="twilio",outcome="${outcome}",code="${code}"}`
    await simulator('PUT', 'settings', { fault: 'accept_then_500', times: 1 })
    const interview = await anInterview()
    await dispatch()
    stopClockAt(NOW.plus({ minutes: 2 }))
    const sweep = () => new Sweeper(whatsapp, logger).sweep()
    await sweep()
    assert.equal(await risen(series('receipt', 'read', ''), deliverCallbacks), 1)

    await interview.cancel({ by: null, reason: null })
    stopClockAt(NOW.plus({ days: 20 }))
    const expired = series('reconcile', 'expired', 'too_late')
    assert.equal(await risen(expired, sweep), 1)
  })

  test('measure webhooks: their answer, and when they were understood', async ({ assert }) => {
    await anInterview()
    await dispatch()
    const answers = 'convoca_webhook_seconds_count{route="/webhooks/twilio/status",status="204"}'
    const understood = 'convoca_webhook_delay_seconds_count{kind="status",outcome="applied"}'
    const before = await metric(understood)
    assert.isAbove(await risen(answers, deliverCallbacks), 0)
    assert.isAbove(await metric(understood), before)
  })

  test('name no person, and speak of the process too', async ({ assert }) => {
    await anInterview()
    await dispatch()
    await deliverCallbacks()
    const text = await (await get()).text()
    for (const word of ['11900000001', 'Ana Exemplo', 'Entrevista t', 'only-for-tests']) {
      assert.notInclude(text, word)
    }
    assert.include(text, 'nodejs_eventloop_lag_seconds')
    assert.include(text, 'process_resident_memory_bytes')
  })

  test('are closed to whoever comes through a proxy', async ({ assert }) => {
    assert.equal((await get()).status, 200)
    for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']) {
      const response = await get({ [header]: '127.0.0.1' })
      assert.equal(response.status, 403, header)
      assert.match(response.headers.get('content-type')!, /problem\+json/)
    }
  })

  test('with a token are for whoever brings it, and for nobody else', async ({
    assert,
    cleanup,
  }) => {
    withToken('a-token-for-tests', cleanup)
    assert.equal((await get()).status, 403)
    assert.equal((await get({ authorization: 'Bearer wrong' })).status, 403)
    const authorization = 'Bearer a-token-for-tests'
    assert.equal((await get({ authorization, 'x-forwarded-for': '203.0.113.9' })).status, 200)
  })

  test('of a process without a web server are at a port of their own', async ({
    assert,
    cleanup,
  }) => {
    const port = await freePort()
    cleanup(await startMetricsServer(port))
    const at = (path: string, headers = {}) => fetch(`http://localhost:${port}${path}`, { headers })
    assert.include(await (await at('/metrics')).text(), 'process_cpu_seconds_total')
    assert.equal((await at('/metrics', { via: 'proxy' })).status, 403)
    assert.equal((await at('/')).status, 404)
  })

  test('have no more codes than can be counted', ({ assert }) => {
    const label = boundedLabel(2)
    assert.deepEqual(['a', 'b', 'c', 'a'].map(label), ['a', 'b', 'other', 'a'])
  })
})
