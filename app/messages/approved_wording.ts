import { localeFor } from '#contacts/locales'
import type Contact from '#contacts/models/contact'
import { subjectOf } from '#messages/message_subject'
import type Message from '#messages/models/message'
import type { Plan } from '#messages/models/message'
import TemplateTwin from '#templates/models/template_twin'
import type { TemplateValues } from '#templates/placeholders'
import type { TemplateKey } from '#templates/template_catalogue'
import type { MessageContent } from '#whatsapp/content'
import type { Capabilities } from '#whatsapp/gateways/gateway'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'

type Worded = Pick<Plan, 'body' | 'content' | 'templateKey' | 'templateTwinId' | 'twinWording'>
type Asked = Pick<Message, 'sender' | 'kind' | 'templateKey' | 'templateTwinId'>

/** What `message` may go out as when free text may not; null when there is nothing. */
export async function twinFor(
  message: Asked,
  contact: Pick<Contact, 'locale'> | null,
  { templates }: Pick<Capabilities, 'templates'>,
  client?: QueryClientContract
): Promise<TemplateTwin | null> {
  if (!templates || !contact) return null
  if (isChosen(message)) return stillApproved(message, client)
  const { kind, sender, templateKey } = message
  if (!templateKey || (kind !== 'notice' && kind !== 'reminder')) return null
  const locale = localeFor(contact.locale)
  return TemplateTwin.inUse({ sender, locale, templateKey: templateKey as TemplateKey }, client)
}

/** A person picked the template: the message is that template, whether the window is open or not. */
export const isChosen = ({ kind, templateTwinId }: Pick<Asked, 'kind' | 'templateTwinId'>) =>
  kind === 'reply' && templateTwinId !== null && templateTwinId !== undefined

/** Of this very number: another account, to which a retired number's messages go, does not know it. */
async function stillApproved({ templateTwinId, sender }: Asked, client?: QueryClientContract) {
  const twin = await TemplateTwin.find(templateTwinId, client && { client })
  return twin?.isApproved && twin.sender === sender ? twin : null
}

/** The row as it will read; the free text is kept, should the window open before it leaves. */
export async function wordAsTwin(
  message: Message,
  twin: TemplateTwin,
  trx: TransactionClientContract
) {
  if (isChosen(message)) return
  const values = await subjectOf(message)!.values(message, trx)
  const { body, variables } = twin.filledWith(values)
  const twinWording = { variables, freeText: message.body }
  message.merge({ body, templateTwinId: twin.id, twinWording, content: buttonsOf(twin, message) })
}

/** The wording for an open window. */
export function wordFreely(message: Message) {
  if (isChosen(message)) return
  if (message.twinWording) message.content = null
  message.merge({ body: freeTextOf(message), templateTwinId: null, twinWording: null })
}

/** What another try starts from. */
export function wordingAgain(message: Message): Worded {
  const { body, content, templateTwinId, twinWording } = message
  if (!twinWording) return { body, content }
  if (!isChosen(message)) return { body: freeTextOf(message), content: null }
  return { body, content, twinWording, templateTwinId: templateTwinId! }
}

const freeTextOf = ({ body, twinWording }: Message) => twinWording?.freeText ?? body

/**
 * What is planned (as a `reply`) when somebody picks an approved template in the inbox: the person reads `body`. `about`
 * is the interview whose values these are: its buttons name it.
 */
export function planAsTwin(
  twin: TemplateTwin,
  values: TemplateValues,
  about: { interviewId: number; revision: number } | null = null
): Worded {
  const { body, variables } = twin.filledWith(values)
  const content = buttonsOf(twin, about ?? { interviewId: null, revision: null })
  const { id: templateTwinId, templateKey } = twin
  return { body, content, templateKey, templateTwinId, twinWording: { variables } }
}

/** Each button names the interview as the person knows it, where there is one. */
function buttonsOf(
  { buttons }: TemplateTwin,
  { interviewId, revision }: Pick<Message, 'interviewId' | 'revision'>
): MessageContent | null {
  if (buttons.length === 0) return null
  const about = interviewId && revision ? `:${interviewId}:${revision}` : ''
  return { buttons: buttons.map(({ id, title }) => ({ id: id + about, title })) }
}
