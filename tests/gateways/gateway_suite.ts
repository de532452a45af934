import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import type { Fault } from '#simulator/settings'
import { freePort } from '#tests/free_port'
import { contentTests } from '#tests/gateways/content_tests'
import { templateTests } from '#tests/gateways/template_tests'
import { startSimulator, type SimulatorProcess } from '#tests/simulator_process'
import type { Capabilities, Gateway } from '#whatsapp/gateways/gateway'
import type { SendResult } from '#whatsapp/send_result'
import type { ConnectionSettings } from '#whatsapp/gateways/keep_alive_client'

export interface GatewayUnderTest {
  name: string
  capabilities: Capabilities
  /** A gateway to the simulator, or to `origin` instead of it; with or without its credentials. */
  open(
    simulator: SimulatorProcess,
    settings?: ConnectionSettings & { origin?: string; credentials?: boolean }
  ): Gateway
}

const PERSON = '+5511900000001'
const SOMEBODY_ELSE = '+5511900000002'
const TIMEOUT_MS = 300
const RETRY_AFTER = 7

/** What each fault of the provider must look like to the rest of the application, and whether the message is out. */
const FAULTS: [fault: Fault, outcome: SendResult['outcome'], out: number][] = [
  ['http_429', 'throttled', 0],
  ['http_401', 'sender_blocked', 0],
  ['http_500', 'unconfirmed', 0],
  ['http_503_empty', 'unconfirmed', 0],
  ['http_502_html', 'unconfirmed', 0],
  ['hang', 'unconfirmed', 0],
  ['reset_before', 'unconfirmed', 0],
  ['accept_then_hang', 'unconfirmed', 1],
  ['accept_then_reset', 'unconfirmed', 1],
  ['accept_then_500', 'unconfirmed', 1],
  ['truncated_201', 'unconfirmed', 1],
]

/**
 * What every gateway must do, whatever its provider, as far as it says that it can. Its own spec adds what only that
 * provider has.
 */
export function gatewaySuite({ name, capabilities, open }: GatewayUnderTest) {
  test.group(`Gateway | ${name}`, (group) => {
    let simulator: SimulatorProcess
    let gateway: Gateway

    group.setup(async () => {
      simulator = await startSimulator({ port: await freePort(), appUrl: 'http://127.0.0.1:9' })
      return () => simulator.stop()
    })

    group.each.setup(async () => {
      await simulator.control.reset()
      gateway = open(simulator, { timeoutMs: TIMEOUT_MS })
      return () => gateway.close()
    })

    const send = (body = 'Olá', to = PERSON, from = gateway) =>
      from.send({ id: crypto.randomUUID(), to, body })

    const bodies = async () => {
      const messages = await simulator.control.messages()
      return messages.map(({ body }) => body)
    }

    test('it declares what it can do', ({ assert }) => {
      assert.deepEqual(gateway.capabilities, capabilities)
      assert.deepEqual(gateway.missingSettings, [])
    })

    test('a text arrives once, exactly as written', async ({ assert }) => {
      const body = '🎯 *Acme & Cia.*  \n\nOlá, {{ nome }} <b>D’Ávila</b> + 100% 👩🏽‍💻\u202eשלום ='
      const result = await send(body)
      assert.equal(result.outcome, 'accepted')
      assert.isNotEmpty((result as { providerMessageId: string }).providerMessageId)
      assert.deepEqual(await bodies(), [body])
    })

    test('many at once arrive once each', async ({ assert }) => {
      const texts = Array.from({ length: 40 }, (_, i) => `Mensagem ${i}`)
      const few = open(simulator, { connections: 4 })
      const results = await Promise.all(texts.map((text) => send(text, PERSON, few)))
      await few.close()
      assert.isTrue(results.every(({ outcome }) => outcome === 'accepted'))
      assert.sameMembers(await bodies(), texts)
    })

    test('a slow answer within its patience is an answer', async ({ assert }) => {
      await simulator.control.settings({ fault: 'slow', slow_ms: TIMEOUT_MS / 3 })
      assert.containsSubset(await send(), { outcome: 'accepted' })
    })

    test('fault {0} is {1}, with {2} message(s) out')
      .with(FAULTS)
      .run(async ({ assert }, [fault, outcome, out]) => {
        await simulator.control.settings({ fault, retry_after: RETRY_AFTER })
        const result = await send()
        assert.equal(result.outcome, outcome)
        assert.equal(await simulator.control.accepted(), out)
        // Who must sign in first may be turned away before.
        assert.isAtMost((await simulator.control.requests()).length, 1)
      })

    test('it says how long the provider asks to wait', async ({ assert }) => {
      await simulator.control.settings({ fault: 'http_429', retry_after: RETRY_AFTER })
      assert.containsSubset(await send(), { outcome: 'throttled', retryAfter: RETRY_AFTER })
    })

    test('a fault over, it works again', async ({ assert }) => {
      await simulator.control.settings({ fault: 'reset_before', times: 1 })
      assert.containsSubset(await send(), { outcome: 'unconfirmed' })
      assert.containsSubset(await send(), { outcome: 'accepted' })
    })

    test('out of reach, nothing was sent', async ({ assert }) => {
      const origin = `http://127.0.0.1:${await freePort()}`
      const lost = open(simulator, { origin })
      assert.containsSubset(await send('Olá', PERSON, lost), { outcome: 'not_sent' })
      await lost.close()
    })

    test('without credentials nothing is tried', async ({ assert }) => {
      const bare = open(simulator, { credentials: false })
      assert.isNotEmpty(bare.missingSettings)
      assert.containsSubset(await send('Olá', PERSON, bare), { outcome: 'sender_blocked' })
      assert.lengthOf(await simulator.control.requests(), 0)
      await bare.close()
    })

    test('an impossible number is rejected, with a reason for people', async ({ assert }) => {
      const result = await send('Olá', '+55')
      assert.equal(result.outcome, 'rejected')
      assert.match(gateway.explain((result as { code: string }).code), /número|telefone/)
    })

    test('what it explains ends in a full stop, even a code of the future', ({ assert }) => {
      for (const code of ['timeout', 'unreachable', 'connection_lost', 'http_500', '999999'])
        assert.match(gateway.explain(code), /\.$/)
    })

    test('the check is pleased, or says what to do', async ({ assert }) => {
      assert.containsSubset(await gateway.check(), { ok: true })
      const bare = open(simulator, { credentials: false })
      const lost = open(simulator, { origin: `http://127.0.0.1:${await freePort()}` })
      for (const broken of [bare, lost]) {
        const { ok, summary, steps } = await broken.check()
        assert.isFalse(ok)
        assert.match(summary, /\.$/)
        assert.isNotEmpty(steps)
        await broken.close()
      }
    })

    contentTests({ capabilities, gateway: () => gateway, simulator: () => simulator })
    if (capabilities.templates)
      templateTests({ capabilities, gateway: () => gateway, simulator: () => simulator })

    if (!capabilities.list) {
      test('it says that it cannot list, and never that nothing was sent', async ({ assert }) => {
        await assert.rejects(() => gateway.list(PERSON, DateTime.utc()))
      })
      return
    }

    const list = (to = PERSON, since = DateTime.utc().minus({ minutes: 1 })) =>
      gateway.list(to, since)

    test('a message whose answer was lost is found again')
      .with(FAULTS.filter(([, , out]) => out === 1))
      .run(async ({ assert }, [fault]) => {
        await simulator.control.settings({ fault, times: 1 })
        await send(`Perdida por ${fault}`)
        const [found, ...others] = await list()
        assert.isEmpty(others)
        assert.equal(found.body, `Perdida por ${fault}`)
        assert.isNotEmpty(found.providerMessageId)
      })

    test('it lists one recipient, newest first', async ({ assert }) => {
      for (const body of ['primeira', 'segunda']) await send(body)
      await send('de outra pessoa', SOMEBODY_ELSE)
      const found = await list()
      assert.deepEqual(
        found.map(({ body }) => body),
        ['segunda', 'primeira']
      )
      assert.isTrue(found.every(({ createdAt }) => createdAt.diffNow().as('minutes') > -1))
    })

    test('it does not list what is older', async ({ assert }) => {
      await send()
      assert.isEmpty(await list(PERSON, DateTime.utc().plus({ minutes: 1 })))
    })

    test('when the provider cannot say, neither can it', async ({ assert }) => {
      await send()
      await simulator.control.settings({ list: 'down' })
      await assert.rejects(() => list())
    })
  })
}
