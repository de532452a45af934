import type Contact from '#contacts/models/contact'
import { QuickReplySchema } from '#database/schema'
import { MESSAGE_LIMIT, renderWithin } from '#templates/message_length'
import { MessageText } from '#templates/message_text'
import type { PlaceholderName } from '#templates/placeholders'
import { TextFault } from '#templates/text_fault'

/** All that a text written for anybody can know. */
export const QUICK_REPLY_PLACEHOLDERS = [
  'candidate_first_name',
  'company_name',
] as const satisfies PlaceholderName[]

/**
 * A text the team writes often, found by its shortcut.
 */
export default class QuickReply extends QuickReplySchema {
  static inOrder() {
    return this.query().orderBy('shortcut')
  }

  /** Filled in for that person; null for a text that got into the database past the form. */
  textFor({ firstName }: Contact, companyName: string): string | null {
    const text = MessageText.parse(this.body, QUICK_REPLY_PLACEHOLDERS)
    if (text instanceof TextFault) return null
    const values = { candidate_first_name: firstName, company_name: companyName }
    return renderWithin(MESSAGE_LIMIT, text, values)
  }
}
