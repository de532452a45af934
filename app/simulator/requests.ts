import type { Database } from '#simulator/database'
import type { Fault } from '#simulator/settings'

/** One attempt to create a message, whatever the caller was told. */
export interface CreateRequest {
  id: number
  at: number
  recipient: string | null
  body: string | null
  /** The fault that was on. */
  fault: Fault
  /** `accepted`: the message exists, even if the answer never arrived. */
  outcome: 'accepted' | 'refused'
  /** The provider's error code of a refusal that has one. */
  code: number | null
  sid: string | null
}

/** The truth about how many messages the provider was asked for and how many it took. */
export class Requests {
  constructor(private database: Database) {}

  all(): CreateRequest[] {
    return this.database.prepare('select * from requests order by id').all() as CreateRequest[]
  }

  /** Seen, and so far not accepted. */
  seen(request: Pick<CreateRequest, 'recipient' | 'body' | 'fault'>): number {
    const { lastInsertRowid } = this.database
      .prepare(
        `insert into requests (at, recipient, body, fault, outcome) values (@at, @recipient, @body, @fault, 'refused')`
      )
      .run({ ...request, at: Date.now() })
    return Number(lastInsertRowid)
  }

  accepted(id: number, sid: string) {
    this.database
      .prepare(`update requests set outcome = 'accepted', sid = ? where id = ?`)
      .run(sid, id)
  }

  refused(id: number, code: number) {
    this.database.prepare('update requests set code = ? where id = ?').run(code, id)
  }
}
