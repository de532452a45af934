import { worded, type Offer } from '#answers/offer'
import Answer, { type Choice, type Outcome } from '#answers/models/answer'
import type { Intent } from '#answers/meaning'
import { localeFor } from '#contacts/locales'
import type Contact from '#contacts/models/contact'
import { refreshAfter } from '#core/live'
import type Interview from '#interviews/models/interview'
import Message from '#messages/models/message'
import { factsOf } from '#notifications/interview_facts'
import CompanySettings from '#settings/models/company_settings'
import whatsapp from '#whatsapp/services/main'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

/** Later it would be no answer any more. */
const USEFUL = { hours: 6 }

/** What an answer became, for the row. */
export interface Result {
  intent: Intent
  outcome: Outcome
  interview: Interview | null
  choices?: Choice[]
  openUntil?: DateTime
}

/**
 * One understood message and the words that answer it, inside the transaction that keeps both.
 */
export class Reply {
  #outcome: Outcome | null = null

  constructor(
    readonly message: Message,
    readonly contact: Contact,
    readonly trx: TransactionClientContract
  ) {}

  /** Nobody else needs to look at it; who spoke of what no longer holds may want more than to hear so. */
  get settles() {
    return this.#outcome !== null && this.#outcome !== 'outdated'
  }

  get locale() {
    return localeFor(this.contact.locale)
  }

  settings() {
    return CompanySettings.current(this.trx)
  }

  /** Keeps what came of it, and says what there is to say. */
  async give({ interview, ...result }: Result, said: string | Offer | null) {
    this.#outcome = result.outcome
    await Answer.create(
      {
        ...result,
        messageId: this.message.id,
        contactId: this.contact.id,
        interviewId: interview?.id ?? null,
        revision: interview?.revision ?? null,
      },
      { client: this.trx }
    )
    if (said) await this.say(said, interview)
    const own = interview ? [`interviews/${interview.id}`] : []
    refreshAfter(this.trx, ['interviews', ...own])
  }

  /** The facts let the last checks see whether it still holds; `answers`, that the person holds the phone. */
  private async say(said: string | Offer, interview: Interview | null) {
    const { message, contact, trx } = this
    const { capabilities } = whatsapp.use(message.sender)
    const wording = typeof said === 'string' ? { body: said } : worded(said, capabilities)
    const now = DateTime.utc()
    const expiresAt = now.plus(USEFUL)
    const known = interview && { ...factsOf(interview), isOpen: interview.isOpen }
    await Message.plan(
      {
        ...wording,
        contact,
        expiresAt,
        kind: 'text',
        address: contact.address,
        sender: message.sender,
        dedupeKey: `answer:${message.id}`,
        sendAt: now,
        interviewId: interview?.id,
        revision: interview?.revision,
        facts: { ...known, answers: message.id, deadline: expiresAt.toISO() },
      },
      trx
    )
  }
}
