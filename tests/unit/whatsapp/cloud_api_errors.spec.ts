import { test } from '@japa/runner'
import { classifyFailure, explainCode } from '#whatsapp/gateways/cloud_api_errors'
import { sendResultOf } from '#whatsapp/gateways/cloud_api_answer'

const CODES: Record<string, number[]> = {
  sender_blocked: [
    0, 3, 10, 33, 190, 200, 299, 368, 130497, 131005, 131031, 131037, 131042, 131045,
  ],
  throttled: [4, 80007, 130429, 131056, 131057, 132069, 133016],
  needs_template: [131047],
  unconfirmed: [1, 2, 131000, 131016, 133004],
  rejected: [
    100, 130472, 131008, 131009, 131021, 131026, 131030, 131049, 131050, 131051, 131052, 131053,
    131062, 131063, 132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016, 132018, 132068,
    135000, 137000,
  ],
}

const answer = (status: number, body: unknown, headers = {}) =>
  sendResultOf({ status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) })

const refusal = (code: number, more = {}) => ({
  error: { message: `(#${code}) Title`, type: 'OAuthException', code, fbtrace_id: 'A', ...more },
})

test.group('Meta errors | what a code means', () => {
  for (const [outcome, codes] of Object.entries(CODES)) {
    test(`{0} is ${outcome}, in words of its own`)
      .with(codes)
      .run(({ assert }, code) => {
        assert.equal(classifyFailure(String(code)), outcome)
        assert.notInclude(explainCode(String(code)), String(code))
        assert.match(explainCode(String(code)), /^[A-ZÉ].*\.$/)
      })
  }

  test('a code of the future concerns one message, and is named')
    .with(['199999', 'constructor'])
    .run(({ assert }, code) => {
      assert.equal(classifyFailure(code), 'rejected')
      assert.include(explainCode(code), code)
    })
})

test.group('Meta errors | what an answer means', () => {
  test('the code decides, whatever the status')
    .with([
      [400, 131056, 'throttled'],
      [429, 131056, 'throttled'],
      [500, 130429, 'throttled'],
      [500, 131026, 'rejected'],
      [400, 131000, 'unconfirmed'],
      [200, 131047, 'unconfirmed'],
      [500, 777777, 'unconfirmed'],
      [400, 777777, 'rejected'],
      [429, 777777, 'throttled'],
    ] as const)
    .run(({ assert }, [status, code, outcome]) => {
      assert.containsSubset(answer(status, refusal(code)), { outcome })
    })

  test('an answer without a code')
    .with([
      [502, '<html>', 'unconfirmed'],
      [503, '', 'unconfirmed'],
      [408, '', 'unconfirmed'],
      [200, '<html>', 'unconfirmed'],
      [200, '{"messages":[]}', 'unconfirmed'],
      [302, '', 'sender_blocked'],
      [404, '', 'sender_blocked'],
      [429, '', 'throttled'],
      [400, '{"error":"x"}', 'rejected'],
    ] as const)
    .run(({ assert }, [status, body, outcome]) => {
      assert.containsSubset(answer(status, body), { outcome })
    })

  test('only the person waits who was written to too fast', ({ assert }) => {
    assert.containsSubset(answer(400, refusal(131056)), { scope: 'recipient' })
    assert.notProperty(answer(429, refusal(130429)), 'scope')
  })

  test('it says for how long, where Meta does or one knows it', ({ assert }) => {
    assert.containsSubset(answer(500, refusal(131057)), { retryAfter: 60 })
    const asked = answer(429, refusal(130429), { 'retry-after': '9' })
    assert.containsSubset(asked, { retryAfter: 9 })
  })

  test('a number that is not ours stops the sender, a bad parameter does not', ({ assert }) => {
    assert.containsSubset(answer(400, refusal(100, { error_subcode: 33 })), {
      outcome: 'sender_blocked',
      code: '33',
    })
    assert.containsSubset(answer(400, refusal(100)), { outcome: 'rejected', code: '100' })
  })

  test('what was taken says by which address Meta knows the person', ({ assert }) => {
    const contacts = [{ input: '5511900000001', wa_id: '551190000001' }]
    assert.deepEqual(answer(200, { contacts, messages: [{ id: 'wamid.A' }] }), {
      outcome: 'accepted',
      providerMessageId: 'wamid.A',
      address: '+551190000001',
    })
    assert.notProperty(answer(200, { messages: [{ id: 'wamid.A' }] }), 'address')
  })
})
