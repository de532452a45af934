import Sender from '#messages/models/sender'
import { countNeedingPerson } from '#messages/queue_counts'
import { ENVIRONMENT_SENDER } from '#senders/environment_sender'
import { labelOf, missingOf, unreadySenders } from '#senders/sender_words'
import type User from '#users/models/user'
import whatsapp from '#whatsapp/services/main'

export interface Banner {
  title: string
  text: string
  /** Where it can be mended, for who may. */
  href?: string
  label?: string
}

/** What keeps messages waiting until somebody mends it, the most pressing first; null when nothing does. */
export async function whatsappBanner(user: User): Promise<Banner | null> {
  const [unready] = unreadySenders()
  if (unready === ENVIRONMENT_SENDER) return notConfigured(missingOf(unready), user)
  if (unready) return unreadable(user)
  const stopped = await stoppedSender()
  if (stopped) return stopped.state === 'blocked' ? refused(stopped, user) : paused(stopped, user)
  const undecided = user.isRecruiter ? await countNeedingPerson() : 0
  return undecided > 0 ? waitsForPerson(undecided) : null
}

const WAITS = 'As mensagens esperam; o que passar da hora não sai mais.'

/** One that the provider refuses comes before one that we stopped ourselves. */
const stoppedSender = () =>
  Sender.query()
    .whereNull('retired_at')
    .where((query) => query.whereNotNull('blocked_at').orWhereNotNull('paused_at'))
    .orderByRaw('case when paused_at is null then 0 else 1 end, id')
    .first()

const notConfigured = (missing: string[], user: User): Banner => ({
  title: 'WhatsApp não configurado.',
  text: `Falta definir ${missing.join(', ')}. ${WAITS}`,
  ...(user.isAdmin && { href: '/settings/numbers', label: 'Ver o que falta' }),
})

/** Of one that was configured here. */
const unreadable = (user: User): Banner => ({
  title: 'Um número não está pronto para enviar.',
  text: `Confira os dados de acesso dele. ${WAITS}`,
  ...(user.isAdmin && { href: '/settings/numbers', label: 'Ver os números' }),
})

const refused = (sender: Sender, user: User): Banner => ({
  title: isOnly()
    ? 'O WhatsApp recusa nosso remetente.'
    : `O WhatsApp recusa o número ${labelOf(sender)}.`,
  text: [refusalBy(sender), WAITS].filter(Boolean).join(' '),
  ...queueLink(user),
})

const refusalBy = ({ lastCode, name }: Sender) =>
  lastCode && whatsapp.knows(name) ? whatsapp.use(name).explain(lastCode) : ''

const paused = (sender: Sender, user: User): Banner => ({
  title: isOnly() ? 'Envios pausados.' : `Envios por ${labelOf(sender)} pausados.`,
  text: WAITS,
  ...queueLink(user),
})

const isOnly = () => whatsapp.senders.length === 1

const queueLink = (user: User) =>
  user.isRecruiter && { href: '/queue', label: 'Ver a fila de envio' }

const waitsForPerson = (count: number): Banner => ({
  title:
    count === 1
      ? 'Um envio sem confirmação espera por você.'
      : `${count.toLocaleString('pt-BR')} envios sem confirmação esperam por você.`,
  text: 'Não sabemos se chegou; só uma pessoa pode decidir.',
  href: '/messages/unconfirmed',
  label: 'Decidir',
})
