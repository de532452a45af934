import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { batchOf, readChange, saysSomething } from '#whatsapp/gateways/cloud_api_webhook'

const FOLDER = app.makePath('tests/fixtures/cloud_api')
const UUID = '0b9a3c1e-5d7f-4a2b-8c6d-1e2f3a4b5c6d'

const fixture = (name: string) => readFileSync(`${FOLDER}/${name}.json`, 'utf8')
const heard = (name: string): any[] =>
  batchOf(fixture(name))!.changes.flatMap((change) => readChange(change).items)
const ignored = (name: string) =>
  batchOf(fixture(name))!
    .changes.map((change) => readChange(change).ignored)
    .reduce((sum, count) => sum + count, 0)

const media = (more: object) => ({ content: { media: [{ filename: null, ...more }] } })
const tapped = (body: string, payload: string) => ({ body, payload, repliedTo: 'wamid.OUT' })
const failed = (errorCode: string, errorDetail: string) => ({
  status: 'failed',
  errorCode,
  errorDetail,
})

/** What each message of a person means to us. */
const MESSAGES: Record<string, object> = {
  text: { body: '  Olá, tudo bem? 👍🏽\nAté já ', from: '+551190000001', profileName: 'Ana Exemplo' },
  text_quoting: { body: 'sim', repliedTo: 'wamid.OUT' },
  text_forwarded: { body: 'Vejam só', content: { isForwarded: true } },
  text_frequently_forwarded: { body: 'Vejam só', content: { isForwarded: true } },
  text_from_advertisement: { body: 'Vi o anúncio' },
  text_about_product: { body: 'E este?', repliedTo: 'wamid.OUT' },
  text_with_identity: { body: 'Oi' },
  text_with_nul: { body: 'ab' },
  text_with_unknown_fields: { body: 'Oi' },
  text_from_hidden_number: { from: 'BR.1a2b3c4d5e6f', userId: 'BR.1a2b3c4d5e6f' },
  text_without_from: { from: '+551190000001', profileName: 'Ana Exemplo' },
  text_of_second_contact: { profileName: 'Bruno Fictício', userId: 'BR.2b3c4d5e6f7a' },
  text_without_contacts: { from: '+551190000001', profileName: null, userId: null },
  button: tapped('Confirmar', 'confirm:7'),
  button_reply: tapped('Confirmar', 'confirm:7'),
  list_reply: tapped('Quarta, 9:00', 'slot:2'),
  nfm_reply: { body: 'Enviado', repliedTo: 'wamid.OUT' },
  interactive_without_body: { body: '', content: { unsupported: 'interactive' } },
  interactive_of_the_future: { body: '', content: { unsupported: 'interactive' } },
  image: {
    body: 'Meu documento',
    ...media({ kind: 'image', contentType: 'image/jpeg', reference: '300000000000001' }),
  },
  video: media({ kind: 'video', contentType: 'video/mp4', reference: '300000000000002' }),
  document: {
    body: 'Meu currículo',
    ...media({ kind: 'document', filename: 'currículo.pdf', reference: '300000000000003' }),
  },
  sticker: media({ kind: 'sticker', reference: '300000000000004' }),
  audio: media({ kind: 'audio', contentType: 'audio/mpeg', reference: '300000000000005' }),
  voice: media({ kind: 'audio', isVoice: true, reference: '300000000000006' }),
  media_without_id: { content: { unsupported: 'image' } },
  location: {
    body: '',
    content: {
      location: {
        latitude: -23.5614,
        longitude: -46.6559,
        name: 'Empresa Exemplo',
        address: 'Rua do Exemplo, 100',
      },
    },
  },
  location_bare: { content: { location: { latitude: 0, longitude: 0 } } },
  contacts: {
    content: {
      contacts: [
        { name: 'Rita Demonstração', phones: ['+55 11 90000-0009'] },
        { name: 'Téo', phones: [] },
      ],
    },
  },
  reaction: { content: { reaction: { emoji: '👍', to: 'wamid.OUT' } }, repliedTo: 'wamid.OUT' },
  reaction_removed: { content: { reaction: { emoji: null, to: 'wamid.OUT' } } },
  reaction_emptied: { content: { reaction: { emoji: null, to: 'wamid.OUT' } } },
  order: { content: { unsupported: 'order' } },
  unsupported: { content: { unsupported: 'poll_creation' } },
  unsupported_unnamed: { content: { unsupported: 'unsupported' } },
  type_of_the_future: { content: { unsupported: 'hologram' } },
}

const STATUSES: Record<string, object> = {
  status_sent: { status: 'sent', errorCode: null },
  status_sent_older_pricing: { status: 'sent' },
  status_delivered: { status: 'delivered', messageId: UUID, providerMessageId: 'wamid.OUT' },
  status_read: { status: 'read' },
  status_played: { status: 'read' },
  status_failed: failed(
    '131049',
    'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.'
  ),
  status_failed_without_details: failed('131026', 'Message undeliverable'),
  status_without_our_id: { status: 'delivered', messageId: null },
  status_with_foreign_data: { status: 'delivered', messageId: null },
  status_of_hidden_number: { status: 'delivered', messageId: UUID },
}

/** Nothing to act on, and how many such things there are among the messages. */
const IGNORED: Record<string, number> = {
  system_identity_changed: 1,
  message_without_id: 1,
  message_of_nobody: 1,
  status_of_the_future: 1,
  account_errors: 1,
  template_status: 0,
  account_update: 0,
  quality_update: 0,
  user_preferences: 0,
  message_echoes: 0,
}

const SPECIAL = ['system_changed_number', 'good_among_bad', 'several_numbers']

test.group('What Meta says', () => {
  test('{0} is understood')
    .with(Object.entries(MESSAGES))
    .run(({ assert }, [name, expected]) => {
      const [item, ...more] = heard(name)
      assert.isEmpty(more)
      assert.containsSubset(item.message, expected)
      assert.equal(item.message.providerMessageId, 'wamid.IN')
      assert.equal(item.message.to, '100000000000001')
      assert.equal(item.message.writtenAt.toISO(), '2025-11-20T14:46:40.000Z')
    })

  test('{0} is a word about a message of ours')
    .with(Object.entries(STATUSES))
    .run(({ assert }, [name, expected]) => {
      const [item, ...more] = heard(name)
      assert.isEmpty(more)
      assert.containsSubset(item.status, expected)
    })

  test('{0} needs nothing done')
    .with(Object.entries(IGNORED))
    .run(({ assert }, [name, count]) => {
      assert.isEmpty(heard(name))
      assert.equal(ignored(name), count)
    })

  test('who changed their number is the same person', ({ assert }) => {
    assert.deepEqual(heard('system_changed_number'), [
      { moved: { from: '+551190000001', to: '+5511900000077', userId: null } },
    ])
  })

  test('one bad item costs its neighbours nothing', ({ assert }) => {
    const items = heard('good_among_bad')
    assert.deepEqual(
      items.map(({ status, message }) => status?.status ?? message.providerMessageId),
      ['delivered', 'wamid.BAD', 'wamid.GOOD']
    )
    assert.deepEqual(items[1].message.content, { unsupported: 'location' })
    assert.isNull(items[1].message.writtenAt)
  })

  test('a batch is for several numbers, in its order', ({ assert }) => {
    const { changes } = batchOf(fixture('several_numbers'))!
    assert.deepEqual(
      changes.map(({ phoneNumberId }) => phoneNumberId),
      ['100000000000001', '100000000000009', '100000000000001']
    )
    assert.isTrue(changes.every(saysSomething))
  })

  test('every fixture is looked at here', ({ assert }) => {
    const names = readdirSync(FOLDER).map((file) => basename(file, '.json'))
    const known = [MESSAGES, STATUSES, IGNORED].flatMap((table) => Object.keys(table))
    assert.sameMembers(names, [...known, ...SPECIAL])
  })

  test('what is no batch is none')
    .with(['', '{', 'null', '[]', '7', '"x"', '{}', '{"object":"page","entry":[]}'])
    .run(({ assert }, body) => {
      assert.isNull(batchOf(body))
    })

  test('a batch of a strange shape is empty')
    .with([
      { entry: null },
      { entry: {} },
      { entry: [null, 7, { changes: 'x' }] },
      { entry: [{ changes: [null, { field: 'messages' }, { field: 'messages', value: [] }] }] },
      { entry: [{ changes: [{ field: 'messages', value: { messages: {}, statuses: 'x' } }] }] },
    ])
    .run(({ assert }, shape) => {
      const body = JSON.stringify({ object: 'whatsapp_business_account', ...shape })
      const { changes } = batchOf(body)!
      assert.isEmpty(changes.flatMap((change) => readChange(change).items))
      assert.isFalse(changes.some(saysSomething))
    })

  test('a moment that lies ahead is not believed', ({ assert }) => {
    const batch = JSON.parse(fixture('text'))
    batch.entry[0].changes[0].value.messages[0].timestamp = '9999999999'
    const [change] = batchOf(JSON.stringify(batch))!.changes
    assert.containsSubset(readChange(change).items, [{ message: { writtenAt: null } }])
  })
})
