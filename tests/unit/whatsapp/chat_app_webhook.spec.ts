import { test } from '@japa/runner'
import { chatAppFixture } from '#tests/chat_app_calls'
import { envelopesOf, readChatApp } from '#whatsapp/gateways/chat_app_webhook'

const LINE = { licenceId: '12345', messenger: 'grWhatsApp' }
const UUID = '0b9a3c1e-5d7f-4a2b-8c6d-1e2f3a4b5c6d'
const OURS = 'BAE5000000000000A1'

const heard = async (fixture: string) => readChatApp(await chatAppFixture(fixture), LINE)

const statusesOf = async (fixture: string) =>
  (await heard(fixture)).said.map((said) => ('status' in said ? said.status : null))

const messageOf = async (fixture: string) => {
  const [said] = (await heard(fixture)).said
  return 'message' in said ? said.message : null
}

test.group('What ChatApp tells us', () => {
  test('a status carries our message id', async ({ assert }) => {
    assert.deepEqual(await statusesOf('status_sent'), [
      {
        messageId: UUID,
        providerMessageId: OURS,
        status: 'sent',
        errorCode: null,
        errorDetail: null,
      },
    ])
  })

  test('one batch may tell of the reading before the delivery', async ({ assert }) => {
    const statuses = await statusesOf('status_viewed_before_delivered')
    assert.deepEqual(
      statuses.map((one) => one?.status),
      ['read', 'delivered']
    )
  })

  test('whatever has an error has failed')
    .with([
      ['status_failed', 'MessageError', 'MessageError The phone has no WhatsApp', UUID],
      ['status_failed_in_words', 'failed', 'not delivered', null],
    ] as const)
    .run(async ({ assert }, [fixture, errorCode, errorDetail, messageId]) => {
      const [status] = await statusesOf(fixture)
      assert.containsSubset(status, { status: 'failed', errorCode, errorDetail, messageId })
    })

  test('a person writes: who, what and when', async ({ assert }) => {
    const message = await messageOf('inbound_text')
    assert.containsSubset(message, {
      providerMessageId: '3EB0000000000000B1',
      from: '+5511900000001',
      body: 'Sim',
      profileName: 'Ana Exemplo',
      content: null,
    })
    assert.equal(message?.writtenAt?.toSeconds(), 1795179600)
  })

  test('an array holds what its envelopes hold', async ({ assert }) => {
    const { said } = await heard('inbound_array')
    assert.deepEqual(
      said.map((one) => Object.keys(one)),
      [['message'], ['status']]
    )
  })

  test('a file comes by its link, with what is written under it', async ({ assert }) => {
    const image = await messageOf('inbound_image')
    assert.equal(image?.body, 'Meu documento')
    assert.deepEqual(image?.content?.media, [
      {
        kind: 'image',
        contentType: 'image/jpeg',
        filename: 'documento.jpg',
        reference: 'https://files.chatapp.online/demonstracao/documento.jpg',
      },
    ])
    const voice = await messageOf('inbound_voice')
    assert.containsSubset(voice?.content?.media, [{ kind: 'audio', isVoice: true }])
  })

  test('other kinds are kept for a person to see', async ({ assert }) => {
    const message = await messageOf('inbound_location')
    assert.deepEqual(message?.content, { unsupported: 'location' })
  })

  test('somebody who hides their number is known by an id', async ({ assert }) => {
    assert.equal((await messageOf('inbound_hidden_number'))?.from, '88888888888888@lid')
  })

  test('no NUL gets in, and what is unknown harms nobody', async ({ assert }) => {
    assert.equal((await messageOf('inbound_nul'))?.body, 'Sim!')
  })

  test('{$self} is ignored')
    .with([
      'echo',
      'inbound_group',
      'inbound_other_line',
      'chat_tag',
      'status_of_tomorrow',
    ] as const)
    .run(async ({ assert }, fixture) => {
      assert.deepEqual(await heard(fixture), { said: [], ignored: 1 })
    })

  test('one bad item does not cost its neighbours', async ({ assert }) => {
    const { said } = await heard('bad_neighbour')
    assert.lengthOf(said, 1)
  })

  test('what is no envelope is none')
    .with(['', '{', 'null', '7', '"text"', '[1]'])
    .run(({ assert }, body) => {
      assert.isNull(envelopesOf(body))
      assert.deepEqual(readChatApp(body, LINE), { said: [], ignored: 0 })
    })
})
