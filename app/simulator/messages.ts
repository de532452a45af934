import type { Content } from '#simulator/content'
import type { Database } from '#simulator/database'
import type { ProviderName } from '#simulator/post_office'

export type Status =
  'queued' | 'sent' | 'delivered' | 'read' | 'failed' | 'undelivered' | 'received'

export interface Message {
  id: number
  /** The provider's id: `SM…` or `MM…`, `wamid.…`, `BAE5…`. */
  sid: string
  provider: ProviderName
  direction: 'outbound-api' | 'inbound'
  /** Canonical number of the handset, on either side. */
  phone: string
  /** As the provider writes addresses. */
  sender: string
  recipient: string
  body: string
  media_urls: string[]
  content: Content
  /** The customer's own id of it, which comes back with every status. */
  tracking: string | null
  status: Status
  error_code: number | null
  status_callback: string | null
  /** Inbound: what the webhook answered; null: nobody answered. */
  webhook_status: number | null
  /** SID of the message this one answers, when the person chose one. */
  quoted: string | null
  created_at: number
  updated_at: number
  sent_at: number | null
}

/** What a provider was asked to bring to a phone. */
export interface IncomingMessage {
  /** Canonical number of the handset. */
  phone: string
  to: string
  from: string
  body: string
  mediaUrls: string[]
  statusCallback: string | null
  content?: Content
  tracking?: string | null
  quoted?: string | null
  /** Why the network will not bring it, whatever the phone; null or absent: no reason known. */
  errorCode?: number | null
}

type NewMessage = Pick<
  Message,
  | 'sid'
  | 'provider'
  | 'direction'
  | 'phone'
  | 'sender'
  | 'recipient'
  | 'body'
  | 'media_urls'
  | 'content'
  | 'status'
> &
  Partial<Pick<Message, 'status_callback' | 'quoted' | 'tracking'>>

/** One page of what the provider lists, newest first. Instants are inclusive and look at `sent_at`. */
export interface MessageFilter {
  provider: ProviderName
  recipient?: string
  sender?: string
  sentFrom?: number
  sentUntil?: number
  createdUntil?: number
  /** The SID the page before ended with. */
  after?: string
  limit: number
}

const NO_FILTER = {
  recipient: null,
  sender: null,
  sentFrom: null,
  sentUntil: null,
  createdUntil: null,
  after: null,
}

type MessageRow = Omit<Message, 'media_urls' | 'content'> & { media_urls: string; content: string }

const toMessage = (row: MessageRow): Message => ({
  ...row,
  media_urls: JSON.parse(row.media_urls),
  content: JSON.parse(row.content),
})

/** Everything that was ever written, in both directions. */
export class Messages {
  constructor(private database: Database) {}

  add(message: NewMessage): Message {
    const now = Date.now()
    this.database
      .prepare(
        `insert into messages (sid, provider, direction, phone, sender, recipient, body, media_urls, content, tracking,
         status, status_callback, quoted, created_at, updated_at) values (@sid, @provider, @direction, @phone, @sender,
         @recipient, @body, @media_urls, @content, @tracking, @status, @status_callback, @quoted, @now, @now)`
      )
      .run({
        status_callback: null,
        quoted: null,
        tracking: null,
        ...message,
        media_urls: JSON.stringify(message.media_urls),
        content: JSON.stringify(message.content),
        now,
      })
    return this.find(message.sid)!
  }

  find(sid: string): Message | null {
    const row = this.database.prepare('select * from messages where sid = ?').get(sid)
    return row ? toMessage(row as MessageRow) : null
  }

  /** A message on that phone, from the company. */
  onPhone(number: string, sid: string): Message | null {
    const message = this.find(sid)
    return message?.phone === number && message.direction === 'outbound-api' ? message : null
  }

  /** Oldest first. */
  all(): Message[] {
    return this.#select('select * from messages order by id')
  }

  /** The last ones of a phone, oldest first. */
  ofPhone(number: string, limit = 200): Message[] {
    return this.#select('select * from messages where phone = ? order by id desc limit ?', [
      number,
      limit,
    ]).reverse()
  }

  /** The last one the company sent there, through whichever provider. */
  lastTo(number: string): Message | null {
    const [last] = this.#select(
      `select * from messages where phone = ? and direction = 'outbound-api' order by id desc limit 1`,
      [number]
    )
    return last ?? null
  }

  /** Through whom the person and the company write to each other. */
  providersOf(number: string): ProviderName[] {
    const rows = this.database
      .prepare('select distinct provider from messages where phone = ?')
      .all(number)
    return (rows as { provider: ProviderName }[]).map(({ provider }) => provider)
  }

  unread(number: string): Message[] {
    return this.#select(
      `select * from messages where phone = ? and direction = 'outbound-api' and status = 'delivered'
       order by id`,
      [number]
    )
  }

  list(filter: MessageFilter): Message[] {
    return this.#select(
      `select * from messages
       where provider = @provider and (@recipient is null or recipient = @recipient) and (@sender is null or sender = @sender)
         and (@sentFrom is null or sent_at >= @sentFrom) and (@sentUntil is null or sent_at <= @sentUntil)
         and (@createdUntil is null or created_at <= @createdUntil)
         and (@after is null or id < (select id from messages where sid = @after))
       order by id desc limit @limit`,
      [{ ...NO_FILTER, ...filter }]
    )
  }

  become(sid: string, status: Status, errorCode: number | null) {
    this.database
      .prepare(
        `update messages set status = @status, error_code = @errorCode, updated_at = @now,
         sent_at = coalesce(sent_at, @now) where sid = @sid`
      )
      .run({ sid, status, errorCode, now: Date.now() })
  }

  answered(sid: string, webhookStatus: number | null) {
    this.database
      .prepare('update messages set webhook_status = ? where sid = ?')
      .run(webhookStatus, sid)
  }

  #select(sql: string, bindings: unknown[] = []): Message[] {
    return (this.database.prepare(sql).all(...bindings) as MessageRow[]).map(toMessage)
  }
}
