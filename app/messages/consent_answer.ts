import type { Accepts } from '#contacts/consent'
import { decisionIn } from '#contacts/consent_words'
import { localeFor, type Locale } from '#contacts/locales'
import Consent from '#contacts/models/consent'
import type Contact from '#contacts/models/contact'
import Message from '#messages/models/message'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

/** Later it would be no answer any more. */
const USEFUL = { hours: 1 }

const ANSWERS: Record<Locale, Record<Accepts, string>> = {
  'pt-BR': {
    own_interviews:
      'Certo: a partir de agora você só recebe mensagens sobre as suas próprias entrevistas.\n\nPara voltar a receber as outras, responda *VOLTAR*. Para não receber nenhuma, responda *BLOQUEAR TUDO*.',
    nothing:
      'Certo: não enviaremos mais nenhuma mensagem, nem sobre as suas entrevistas.\n\nPara voltar a receber, responda *VOLTAR*.',
    everything:
      'Pronto: você volta a receber as nossas mensagens.\n\nPara parar, responda *PARAR*.',
  },
  'en': {
    own_interviews:
      'All right: from now on you only get messages about your own interviews.\n\nTo get the others again, reply *START*. To get none at all, reply *BLOCK ALL*.',
    nothing:
      'All right: we will send you no more messages, not even about your interviews.\n\nTo get them again, reply *START*.',
    everything: 'Done: you get our messages again.\n\nTo stop them, reply *STOP*.',
  },
  'es': {
    own_interviews:
      'De acuerdo: a partir de ahora solo recibirá mensajes sobre sus propias entrevistas.\n\nPara volver a recibir los demás, responda *VOLVER*. Para no recibir ninguno, responda *BLOQUEAR TODO*.',
    nothing:
      'De acuerdo: no le enviaremos más mensajes, ni siquiera sobre sus entrevistas.\n\nPara volver a recibirlos, responda *VOLVER*.',
    everything:
      'Listo: vuelve a recibir nuestros mensajes.\n\nPara dejar de recibirlos, responda *PARAR*.',
  },
}

/**
 * When a message says what its writer accepts from us, that holds from now on, and they are told so once. The writer's
 * row is locked. Answers whether the message was about that.
 */
export async function heedConsent(
  inbound: Message,
  contact: Contact,
  trx: TransactionClientContract
): Promise<boolean> {
  const decision = decisionIn(inbound.body)
  if (!decision) return false
  // Who wants nothing and says "stop" does not ask for more.
  if (decision === 'own_interviews' && contact.accepts === 'nothing') return true

  const { body: text, sender } = inbound
  const isNew = await Consent.record(contact, { decision, source: 'inbound', text, sender }, trx)
  if (isNew) await acknowledge(contact, inbound, trx)
  return true
}

/** `facts` let it through to someone who from now on accepts nothing else. */
async function acknowledge(
  contact: Contact,
  { id, sender }: Message,
  trx: TransactionClientContract
) {
  const { accepts, address, locale } = contact
  const now = DateTime.utc()
  await Message.plan(
    {
      contact,
      address,
      sender,
      kind: 'text',
      body: ANSWERS[localeFor(locale)][accepts],
      dedupeKey: `consent:${id}`,
      sendAt: now,
      expiresAt: now.plus(USEFUL),
      facts: { accepts },
    },
    trx
  )
}
