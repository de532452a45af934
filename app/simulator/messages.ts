import type { Database } from '#simulator/database'

export type Status =
  'queued' | 'sent' | 'delivered' | 'read' | 'failed' | 'undelivered' | 'received'

export interface Message {
  id: number
  /** `SM…`, or `MM…` with media. */
  sid: string
  direction: 'outbound-api' | 'inbound'
  /** Canonical number of the handset, on either side. */
  phone: string
  /** `whatsapp:+…`, as given. */
  sender: string
  recipient: string
  body: string
  media_urls: string[]
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
}

type NewMessage = Pick<
  Message,
  'sid' | 'direction' | 'phone' | 'sender' | 'recipient' | 'body' | 'media_urls' | 'status'
> &
  Partial<Pick<Message, 'status_callback' | 'quoted'>>

/** One page of what the provider lists, newest first. Instants are inclusive and look at `sent_at`. */
export interface MessageFilter {
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

type MessageRow = Omit<Message, 'media_urls'> & { media_urls: string }

const toMessage = (row: MessageRow): Message => ({
  ...row,
  media_urls: JSON.parse(row.media_urls),
})

/** Everything that was ever written, in both directions. */
export class Messages {
  constructor(private database: Database) {}

  add(message: NewMessage): Message {
    const now = Date.now()
    this.database
      .prepare(
        `insert into messages (sid, direction, phone, sender, recipient, body, media_urls, status, status_callback,
         quoted, created_at, updated_at) values (@sid, @direction, @phone, @sender, @recipient, @body, @media_urls,
         @status, @status_callback, @quoted, @now, @now)`
      )
      .run({
        status_callback: null,
        quoted: null,
        ...message,
        media_urls: JSON.stringify(message.media_urls),
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
       where (@recipient is null or recipient = @recipient) and (@sender is null or sender = @sender)
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
