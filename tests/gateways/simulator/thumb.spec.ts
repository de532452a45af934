import { test } from '@japa/runner'
import { PHONE, Rig } from '#tests/gateways/simulator/rig'

const ELSEWHERE = '+5511900000009'

test.group('Simulator | what a thumb can do', (group) => {
  const rig = new Rig(group)
  /** What the webhook heard of the person last; statuses come to it, too. */
  const heard = () => rig.listener.calls.findLast(({ form }) => !form.MessageStatus)!.form

  /** Three buttons on the phone; answers with the id of the message. */
  async function offered() {
    const { credentials, baseUrl } = rig.simulator
    const { TWILIO_ACCOUNT_SID: account, TWILIO_AUTH_TOKEN: token } = credentials
    const actions = ['Confirmar', 'Cancelar'].map((title) => ({
      type: 'QUICK_REPLY',
      title,
      id: `id of ${title}`,
    }))
    const response = await fetch(`${baseUrl}/simulator/twilio/v1/Content`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'authorization': `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}`,
      },
      body: JSON.stringify({
        friendly_name: 'pergunta',
        language: 'pt_BR',
        types: { 'twilio/quick-reply': { body: 'Você vem?', actions } },
      }),
    })
    const { sid: contentSid } = (await response.json()) as { sid: string }
    const { sid } = await rig.send({ contentSid, body: undefined })
    return sid
  }

  test('taps a button: its id and its message are told', async ({ assert }) => {
    const sid = await offered()
    await rig.control.taps(PHONE, 'Cancelar')
    assert.include(heard(), {
      Body: 'Cancelar',
      ButtonPayload: 'id of Cancelar',
      ButtonText: 'Cancelar',
      OriginalRepliedMessageSid: sid,
    })
  })

  test('cannot tap what is not there', async ({ assert }) => {
    const sid = await offered()
    const tap = (choice: string, quoted?: string) => rig.control.does(PHONE, { choice, quoted })
    await assert.rejects(() => tap('id of Voltar', sid), /409.*nothing_to_tap/)
    await assert.rejects(() => tap('id of Cancelar'), /409.*nothing_to_tap/)
    await assert.rejects(() => rig.control.does(PHONE, {}), /409.*nothing_written/)
  })

  test('sends a {$self}')
    .with(['photo', 'document', 'voice', 'impostor'] as const)
    .run(async ({ assert }, sample) => {
      const types = {
        photo: 'image/png',
        document: 'application/pdf',
        voice: 'audio/mpeg',
        impostor: 'image/jpeg',
      }
      await rig.control.does(PHONE, { sample })
      assert.include(heard(), { NumMedia: '1', MediaContentType0: types[sample] })
    })

  test('sends a file of their own', async ({ assert }) => {
    const file = { filename: 'a.txt', content_type: 'text/plain', base64: 'b2zDoQ==' }
    await rig.control.does(PHONE, { file, text: 'veja' })
    assert.include(heard(), { NumMedia: '1', MediaContentType0: 'text/plain', Body: 'veja' })
    const [{ content }] = await rig.control.messages(PHONE)
    const [{ url }] = content.media!
    const { pathname } = new URL(url)
    const kept = await fetch(rig.simulator.baseUrl + pathname)
    assert.equal(await kept.text(), 'olá')
    assert.equal(kept.headers.get('content-type'), 'application/octet-stream')
    assert.equal(kept.headers.get('content-disposition'), 'attachment')
  })

  test('sends a place and a card', async ({ assert }) => {
    await rig.control.does(PHONE, { sample: 'location' })
    assert.include(heard(), { Latitude: '-23.561414', Label: 'Praça do Exemplo' })
    await rig.control.does(PHONE, { sample: 'contact' })
    assert.include(heard(), { NumMedia: '1', MediaContentType0: 'text/vcard' })
  })

  test('sends signs that receivers stumble over, exactly', async ({ assert }) => {
    await rig.control.does(PHONE, { sample: 'nul' })
    assert.equal(heard().Body, 'antes\u0000depois')
    await rig.control.does(PHONE, { sample: 'odd_signs' })
    assert.include(heard().Body, '👨‍👩‍👧‍👦')
    await rig.control.does(PHONE, { sample: 'longest' })
    assert.lengthOf(heard().Body, 4096)
  })

  test('reacts and takes it back, of which Twilio says nothing', async ({ assert }) => {
    const { sid: quoted } = await rig.send()
    await rig.listener.waitFor(2)
    for (const reaction of ['👍', null]) {
      const { url } = await rig.control.does(PHONE, { reaction, quoted })
      assert.isNull(url)
    }
    const messages = await rig.control.messages(PHONE)
    assert.deepEqual(
      messages.slice(1).map(({ content }) => content.reaction),
      [
        { emoji: '👍', to: quoted },
        { emoji: null, to: quoted },
      ]
    )
  })

  test('hides the number: an id stands for it everywhere', async ({ assert }) => {
    await rig.control.phone(PHONE, { hides_number: true })
    await rig.control.reply(PHONE, 'Oi')
    const { From: from, ExternalUserId: id, WaId: waId } = heard()
    assert.match(from, /^whatsapp:BR\.[0-9a-f]+$/)
    assert.equal(from, id)
    assert.equal(waId, '')
    await rig.send({ to: from })
    const [, answer] = await rig.control.messages(PHONE)
    assert.equal(answer.recipient, from)
  })

  test('goes on with another number, and another id', async ({ assert }) => {
    await rig.control.reply(PHONE, 'Oi')
    const { ExternalUserId: before } = heard()
    await rig.control.renumber(PHONE, ELSEWHERE)
    await rig.control.reply(ELSEWHERE, 'Sou eu')
    assert.equal(heard().From, `whatsapp:${ELSEWHERE}`)
    assert.notEqual(heard().ExternalUserId, before)
    assert.lengthOf(await rig.control.messages(ELSEWHERE), 2)
    await rig.control.phone(PHONE, {})
    await assert.rejects(() => rig.control.renumber(PHONE, ELSEWHERE), /409.*number_taken/)
  })

  test('writes to the number of ours that was chosen', async ({ assert }) => {
    await rig.control.does(PHONE, { text: 'Oi', provider: 'cloud_api' })
    const [message] = await rig.control.messages(PHONE)
    assert.equal(message.provider, 'cloud_api')
    assert.match(message.sid, /^wamid\./)
    assert.equal(rig.listener.calls.at(-1)!.path, '/webhooks/whatsapp')
  })
})
