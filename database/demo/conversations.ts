import type Contact from '#contacts/models/contact'
import { receiveInbound } from '#messages/inbound'
import Conversation from '#messages/models/conversation'
import type User from '#users/models/user'
import type { MessageContent } from '#whatsapp/content'
import whatsapp from '#whatsapp/services/main'
import { DateTime } from 'luxon'

interface Written {
  minutesAgo: number
  body: string
  content?: MessageContent
}

const DEMO_FILE: MessageContent = {
  media: [{ kind: 'document', contentType: 'application/pdf', filename: 'curriculo-exemplo.pdf' }],
}

const DEMO_PLACE: MessageContent = {
  location: { latitude: -23.5614, longitude: -46.6559, name: 'Ponto de ônibus do exemplo' },
}

const THREADS: Written[][] = [
  [
    { minutesAgo: 190, body: 'Oi! Posso levar meu portfólio impresso no dia?' },
    { minutesAgo: 188, body: 'Segue também o currículo atualizado.', content: DEMO_FILE },
  ],
  [{ minutesAgo: 95, body: 'Bom dia, a entrevista é presencial mesmo? Tem estacionamento?' }],
  [
    { minutesAgo: 40, body: 'Estou aqui, é nesta entrada?', content: DEMO_PLACE },
    { minutesAgo: 38, body: '*Deu certo*, já achei a recepção. Obrigada!' },
  ],
]

/** What a few of the fictitious people wrote, as if it had come in: a newcomer finds an inbox that lives. */
export async function demoConversations(contacts: Contact[], agent: User) {
  for (const [index, thread] of THREADS.entries()) {
    for (const [place, written] of thread.entries()) {
      await hear(contacts[index], written, `demo-${index}-${place}`)
    }
  }
  const last = await Conversation.query().orderBy('id', 'desc').firstOrFail()
  await last.resolve().assign(agent.id).save()
}

function hear({ phone }: Contact, { minutesAgo, body, content }: Written, id: string) {
  const sender = whatsapp.defaultSender
  const { provider } = whatsapp.use(sender)
  const said = { providerMessageId: id, from: phone!, body, profileName: null, content }
  return receiveInbound(said, {
    sender,
    provider,
    at: DateTime.utc().minus({ minutes: minutesAgo }),
  })
}
