import type Message from '#messages/models/message'
import type { MessageStatus } from '#messages/message_status'
import type { Reason } from '#messages/reasons'
import type { TemplateValues } from '#templates/placeholders'
import type { MessageContent } from '#whatsapp/content'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'

/** Why a message must not go out, and where it ends. */
export interface Obstacle {
  status: Extract<MessageStatus, 'superseded' | 'expired' | 'canceled'>
  reason: Reason
}

/** What a message says, and what it holds beside its text. */
export interface Wording {
  body: string
  content: MessageContent | null
}

/** By which a message names its subject. */
export type About = Pick<Message, 'interviewId'> & Partial<Pick<Message, 'kind' | 'facts'>>

/**
 * What a message is about. The ledger knows no interviews: the domain that planned a message registers here, is asked
 * before it leaves and told what became of it, inside the same transaction.
 */
export interface MessageSubject {
  concerns(message: About): boolean
  /** Null while the message still tells the truth. */
  obstacle(message: Message, trx: TransactionClientContract): Promise<Obstacle | null>
  /** Of many at once, those that certainly tell the truth word for word; the others are asked about one by one. */
  standing(messageIds: number[], trx: TransactionClientContract): Promise<number[]>
  /** When it would be too late; quiet hours yield to it. */
  deadline(message: Message): DateTime | null
  /** How it should read if it leaves now, when at most so many buttons may stand under it. */
  wordingNow(message: Message, buttons: number, trx: TransactionClientContract): Promise<Wording>
  /** What an approved template is filled in with if it leaves now. */
  values(message: Message, trx: TransactionClientContract): Promise<TemplateValues>
  /** It was superseded by the last checks, after having counted as told. */
  takenBack(message: Message, trx: TransactionClientContract): Promise<void>
  changed(message: Message, trx: TransactionClientContract): Promise<void>
  /** As `changed`, of many that the provider has just taken. */
  accepted(messages: Pick<Message, 'id' | 'kind'>[], trx: TransactionClientContract): Promise<void>
  /** Live channels of the pages that show it. */
  channels(message: About): string[]
}

const registered: MessageSubject[] = []

export const registerSubject = (subject: MessageSubject) => {
  if (!registered.includes(subject)) registered.push(subject)
}

export const subjects = (): readonly MessageSubject[] => registered

export const subjectOf = (message: About) =>
  registered.find((subject) => subject.concerns(message)) ?? null
