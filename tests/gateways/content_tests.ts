import { test } from '@japa/runner'
import type { SimulatorProcess } from '#tests/simulator_process'
import type { MediaKind, MessageContent } from '#whatsapp/content'
import type { Capabilities, Gateway, OutgoingMessage } from '#whatsapp/gateways/gateway'

export interface Parties {
  capabilities: Capabilities
  gateway: () => Gateway
  simulator: () => SimulatorProcess
}

const PERSON = '+5511900000001'
const BUTTONS = [
  { id: 'confirm:7', title: 'Confirmar' },
  { id: 'move:7', title: 'Remarcar' },
]
const LIST = {
  button: 'Ver horários',
  rows: [
    { id: 'slot:1', title: 'Terça, 14:00', description: 'Na Rua do Exemplo' },
    { id: 'slot:2', title: 'Quarta, 9:00' },
  ],
}
const FILES: Record<MediaKind, { contentType: string; filename: string | null; url: string }> = {
  image: { contentType: 'image/png', filename: null, url: 'https://exemplo.test/mapa.png' },
  video: { contentType: 'video/mp4', filename: null, url: 'https://exemplo.test/tour.mp4' },
  audio: { contentType: 'audio/ogg', filename: null, url: 'https://exemplo.test/recado.ogg' },
  sticker: { contentType: 'image/webp', filename: null, url: 'https://exemplo.test/oi.webp' },
  document: {
    contentType: 'application/pdf',
    filename: 'convite.pdf',
    url: 'https://exemplo.test/convite.pdf',
  },
}

/** What a gateway says it can send arrives as it was meant. */
export function contentTests({ capabilities, gateway, simulator }: Parties) {
  const send = (body: string, content: MessageContent, more: Partial<OutgoingMessage> = {}) =>
    gateway().send({ id: crypto.randomUUID(), to: PERSON, body, content, ...more })

  const last = async () => (await simulator().control.messages(PERSON)).at(-1)!

  if (capabilities.buttons > 0) {
    test('buttons stand under their text', async ({ assert }) => {
      assert.containsSubset(await send('Você vem?', { buttons: BUTTONS }), { outcome: 'accepted' })
      const { body, content } = await last()
      assert.equal(body, 'Você vem?')
      assert.deepEqual(content.buttons, BUTTONS)
    })

    test('more buttons than it can show are refused, not left out', async ({ assert }) => {
      const buttons = Array.from({ length: capabilities.buttons + 1 }, (_, n) => ({
        id: `b${n}`,
        title: `Opção ${n}`,
      }))
      const result = await send('Qual?', { buttons })
      assert.equal(result.outcome, 'rejected')
      assert.match(gateway().explain((result as { code: string }).code), /\.$/)
      assert.lengthOf(await simulator().control.messages(), 0)
    })
  }

  if (capabilities.choiceList) {
    test('a list of choices opens behind its button', async ({ assert }) => {
      assert.containsSubset(await send('Qual horário?', { list: LIST }), { outcome: 'accepted' })
      const { body, content } = await last()
      assert.equal(body, 'Qual horário?')
      assert.containsSubset(content.list, LIST)
    })
  }

  for (const kind of capabilities.media) {
    test(`a file arrives as ${kind}`, async ({ assert }) => {
      assert.containsSubset(await send('', { media: [{ kind, ...FILES[kind] }] }), {
        outcome: 'accepted',
      })
      assert.deepEqual((await last()).media_urls, [FILES[kind].url])
    })
  }

  if (capabilities.media.includes('image')) {
    test('a text may stand under a picture', async ({ assert }) => {
      await send('Como chegar', { media: [{ kind: 'image', ...FILES.image }] })
      assert.equal((await last()).body, 'Como chegar')
    })
  }

  if (capabilities.location) {
    test('a place arrives with its name', async ({ assert }) => {
      const location = { latitude: -23.56, longitude: -46.65, name: 'Empresa', address: 'Rua 1' }
      assert.containsSubset(await send('', { location }), { outcome: 'accepted' })
      assert.containsSubset((await last()).content.location, location)
    })
  }

  if (capabilities.contacts) {
    test('a contact card arrives', async ({ assert }) => {
      const contacts = [{ name: 'Rita Demonstração', phones: ['+5511900000009'] }]
      assert.containsSubset(await send('', { contacts }), { outcome: 'accepted' })
      assert.deepEqual((await last()).content.contacts, contacts)
    })
  }

  if (capabilities.reactions) {
    test('a reaction is put on a message and taken away', async ({ assert }) => {
      await send('Oi', {})
      const { sid: to } = await last()
      for (const emoji of ['👍', null]) {
        assert.containsSubset(await send('', { reaction: { emoji, to } }), { outcome: 'accepted' })
        assert.deepEqual((await last()).content.reaction, { emoji, to })
      }
    })
  }

  if (capabilities.quotes) {
    test('it quotes the message that it answers', async ({ assert }) => {
      await send('Oi', {})
      const { sid } = await last()
      await send('Sobre isto', {}, { repliesTo: sid })
      assert.equal((await last()).quoted, sid)
    })
  }

  if (capabilities.readMarks) {
    test('the person sees that their message was read', async ({ assert }) => {
      await send('Oi', {})
      const { sid } = await simulator().control.reply(PERSON, 'Olá')
      await gateway().markRead(sid)
      assert.include(await last(), { sid, status: 'read' })
    })
  }
}
