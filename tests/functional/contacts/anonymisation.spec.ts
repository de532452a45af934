import Contact from '#contacts/models/contact'
import WebhookCall from '#webhooks/models/webhook_call'
import { apiAs } from '#tests/api_v1'
import {
  aCandidate,
  anInterview,
  cleanScene,
  deliverCallbacks,
  dispatch,
  simulator,
} from '#tests/scene'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'

const ANA = { name: 'Ana Exemplo', phone: '+5511900000001' }
const KEY = { 'idempotency-key': 'pedido-1' }

const everything = async (...tables: string[]) =>
  JSON.stringify(await Promise.all(tables.map((table) => db.from(table))))

const aCall = (dedupeKey: string, fields: Record<string, string>) =>
  WebhookCall.keep({
    provider: 'twilio',
    kind: 'message',
    query: '',
    dedupeKey,
    body: new URLSearchParams(fields).toString(),
  })

test.group('Anonymising a contact', (group) => {
  group.each.setup(cleanScene)

  test('leaves neither number nor words in what the provider told us', async ({ assert }) => {
    const interview = await anInterview()
    await dispatch()
    await simulator('POST', 'phones/+5511900000001/replies', { text: 'meu segredo' })
    await deliverCallbacks()
    const told = await everything('webhook_calls')
    for (const word of ['5511900000001', 'segredo']) assert.include(told, word)

    await (await Contact.findOrFail(interview.candidateId)).anonymise()
    const left = await everything('webhook_calls', 'messages', 'contacts', 'receipts')
    assert.notMatch(left, /5511900000001|segredo|Ana/)
  })

  test('reaches every number the person had, and nobody else', async ({ assert }) => {
    const ana = await aCandidate({ whatsappAddress: '+551190000001' })
    await anInterview({ candidateId: ana.id })
    await dispatch()
    await ana.change({ phone: '+5511900000002' })
    await aCall('before', { From: 'whatsapp:+551190000001', Body: 'antes' })
    await aCall('after', { From: 'whatsapp:+5511900000002', Body: 'depois' })
    await aCall('other', { From: 'whatsapp:+5511900000003', Body: 'outra pessoa' })

    await ana.anonymise()
    const kept = await WebhookCall.query().whereIn('dedupe_key', ['before', 'after', 'other'])
    assert.deepEqual(kept.map(({ body }) => body).filter(Boolean), [
      'From=whatsapp%3A%2B5511900000003&Body=outra+pessoa',
    ])
  })

  test('a request repeated afterwards names nobody and creates nobody', async ({ assert }) => {
    const api = await apiAs()
    const { body } = await api.post('/contacts', ANA, KEY)
    await api.delete(`/contacts/${body.id}`)
    assert.notMatch(await everything('idempotency_keys'), /5511900000001|Ana/)

    const again = await api.post('/contacts', ANA, KEY)
    assert.deepEqual([again.status, again.body.type], [409, '/problems/answer_forgotten'])
    assert.lengthOf(await Contact.all(), 1)
  })
})
