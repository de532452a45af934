import QuickReply from '#conversations/models/quick_reply'
import { readRowId } from '#core/row_id'
import type Contact from '#contacts/models/contact'
import CompanySettings from '#settings/models/company_settings'

/** Shown at once; who has more finds none of them. */
const MOST = 200

export interface ReadyText {
  id: number
  shortcut: string
  text: string
}

/** The ready texts as they would be sent to that person. */
export async function readyTexts(contact: Contact): Promise<ReadyText[]> {
  const { companyName } = await CompanySettings.current()
  const replies = await QuickReply.inOrder().limit(MOST)
  return replies.flatMap((reply) => {
    const text = reply.textFor(contact, companyName)
    return text ? [{ id: reply.id, shortcut: reply.shortcut, text }] : []
  })
}

/** The one the address of the page names, for who has no script. */
export const chosenText = (texts: ReadyText[], id: unknown) =>
  texts.find((one) => one.id === readRowId(id))?.text ?? null
