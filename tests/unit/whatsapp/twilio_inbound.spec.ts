import { readdirSync, readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import type { Message } from '#simulator/messages'
import type { Phone } from '#simulator/phone'
import { inboundForm } from '#simulator/twilio/webhook_forms'
import { parseInbound } from '#whatsapp/gateways/twilio_inbound'
import type { InboundMessage } from '#whatsapp/gateways/gateway'

interface Fixture {
  title: string
  form: Record<string, string>
  inbound: InboundMessage | null
}

const FOLDER = 'tests/fixtures/twilio/inbound'
const fixtures: Fixture[] = readdirSync(FOLDER).map((name) =>
  JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8'))
)

test.group('Twilio | what people send', () => {
  test('{title}')
    .with(fixtures)
    .run(({ assert }, { form, inbound }) => {
      assert.deepEqual(parseInbound(new URLSearchParams(form)), inbound)
    })

  test('a parameter too many is none too many', ({ assert }) => {
    const [{ form, inbound }] = fixtures.filter(({ title }) => title === 'a text')
    const more = new URLSearchParams([...Object.entries(form), ['Later', '1'], ['Later', '2']])
    assert.deepEqual(parseInbound(more), inbound)
  })
})

const ACCOUNT = { accountSid: `AC${'1'.repeat(32)}`, twilioUrl: 'http://127.0.0.1:9/twilio' }
const ANA: Phone = {
  number: '+5511900000001',
  name: 'Ana Exemplo',
  joined: true,
  has_whatsapp: true,
  reads: true,
  lacks_ninth_digit: false,
  hides_number: false,
  last_inbound_at: null,
  active_at: 0,
}
const OURS = `SM${'c'.repeat(32)}`

test.group('Simulator | what Twilio tells of people', () => {
  const told = (message: Partial<Message>) => {
    const written = {
      sid: `SM${'a'.repeat(32)}`,
      sender: `whatsapp:${ANA.number}`,
      recipient: 'whatsapp:+14155238886',
      body: '',
      content: {},
      quoted: null,
      ...message,
    } as Message
    return parseInbound(new URLSearchParams(inboundForm(written, ACCOUNT, ANA)))
  }

  test('{0}')
    .with([
      [
        'a button',
        {
          content: { chosen: { kind: 'button', id: 'confirm', title: 'Confirmar' } },
          quoted: OURS,
        },
        { body: 'Confirmar', payload: 'confirm', repliedTo: OURS, content: null },
      ],
      [
        'a row',
        { content: { chosen: { kind: 'row', id: 'b', title: 'Terça' } } },
        { body: 'Terça', payload: 'b', content: null },
      ],
      [
        'a place',
        { content: { location: { latitude: -23.5, longitude: 0, name: 'Casa' } } },
        { content: { location: { latitude: -23.5, longitude: 0, name: 'Casa' } } },
      ],
      [
        'something handed on',
        { body: 'Oi', content: { forwarded: true } },
        { content: { isForwarded: true } },
      ],
      [
        'somebody who hides their number',
        { body: 'Oi', sender: 'whatsapp:BR.demo1' },
        { from: 'BR.demo1' },
      ],
    ] as [string, Partial<Message>, Partial<InboundMessage>][])
    .run(({ assert }, [, message, inbound]) => {
      assert.containsSubset(told(message), inbound)
    })

  test('files and visiting cards are behind the API', ({ assert }) => {
    const url = 'http://127.0.0.1:9/files/1'
    const media = [{ kind: 'image', contentType: 'image/png', filename: null, url }]
    const [file, card] = told({
      content: { media, contacts: [{ name: 'Bia Exemplo', phones: ['+5511900000002'] }] },
    })!.content!.media!
    assert.include(file, { kind: 'image', contentType: 'image/png' })
    assert.include(card, { kind: 'document', contentType: 'text/vcard' })
    for (const { reference } of [file, card])
      assert.match(
        reference!,
        /^http:\/\/127\.0\.0\.1:9\/twilio\/2010-04-01\/Accounts\/AC1+\/Messages\/SMa+\/Media\/ME[0-9a-f]{32}$/
      )
  })
})
