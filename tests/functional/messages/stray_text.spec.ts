import type Contact from '#contacts/models/contact'
import Message from '#messages/models/message'
import type { MessageContent } from '#whatsapp/content'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { accepted, aCandidate, cleanScene, dispatch, NOW } from '#tests/scene'

const file = (kind: 'image' | 'document', contentType: string) => ({
  media: [{ kind, contentType, filename: null, url: 'https://convoca.test/m/1' }],
})
const PLACE = { location: { latitude: -23.5, longitude: -46.6 } }

async function write(body: string, content: MessageContent, to?: Contact) {
  const contact = to ?? (await aCandidate())
  const plan = {
    kind: 'reply' as const,
    contact,
    address: contact.address,
    sender: 'twilio',
    body,
    content,
    dedupeKey: 'reply:1',
    sendAt: NOW,
    expiresAt: null,
  }
  return db.transaction((trx) => Message.plan(plan, trx))
}

test.group('Text beside a file or a place', (group) => {
  group.each.setup(cleanScene)

  const bodies = async () => (await accepted()).map(({ body }) => body)

  async function sendAll() {
    await dispatch()
    await dispatch()
  }

  test('under a document, where it would be lost, it goes before as a message of its own', async ({
    assert,
  }) => {
    const message = await write('O contrato', file('document', 'application/pdf'))
    assert.equal(message!.body, '')
    await sendAll()
    assert.deepEqual(await bodies(), ['O contrato', ''])
    const rows = await Message.query().orderBy('id')
    assert.deepEqual(
      rows.map(({ status, content }) => [status, content?.media?.[0].kind]),
      [
        ['accepted', undefined],
        ['accepted', 'document'],
      ]
    )
  })

  test('so does one beside a place', async ({ assert }) => {
    await write('É aqui', PLACE)
    await sendAll()
    assert.deepEqual(await bodies(), ['É aqui', ''])
  })

  test('under a picture it stays', async ({ assert }) => {
    await write('O mapa', file('image', 'image/png'))
    await sendAll()
    assert.deepEqual(await bodies(), ['O mapa'])
  })

  test('the same promise twice is still kept once', async ({ assert }) => {
    const contract = file('document', 'application/pdf')
    const contact = await aCandidate()
    assert.isNotNull(await write('O contrato', contract, contact))
    assert.isNull(await write('O contrato', contract, contact))
    assert.lengthOf(await Message.all(), 2)
  })
})
