import { randomBytes } from 'node:crypto'
import type { Database } from '#simulator/database'
import type { Settings } from '#simulator/settings'
import { ChatAppRefusal } from '#simulator/chat_app/refusal'

/** A refresh token lives so many times as long as the access token beside it: two weeks and a day. */
const REFRESH_LIVES = 14

export interface Pair {
  access: string
  refresh: string
  made_by: 'sign_in' | 'refresh'
  /** Milliseconds since 1970. */
  access_ends_at: number
  refresh_ends_at: number
}

/** The pairs given out, for one account. */
export class Tokens {
  constructor(
    private database: Database,
    private settings: () => Readonly<Settings>
  ) {}

  /** All that were ever given out, oldest first. */
  all(): Pair[] {
    return this.database.prepare('select * from chat_app_tokens order by rowid').all() as Pair[]
  }

  give(madeBy: Pair['made_by']): Pair {
    const now = Date.now()
    const life = this.settings().chat_app_token_seconds * 1000
    const pair: Pair = {
      access: `$2y$10$${randomBytes(40).toString('base64url')}`,
      refresh: `$2y$10$${randomBytes(40).toString('base64url')}`,
      made_by: madeBy,
      access_ends_at: now + life,
      refresh_ends_at: now + life * REFRESH_LIVES,
    }
    this.database
      .prepare(
        `insert into chat_app_tokens (access, refresh, made_by, access_ends_at, refresh_ends_at)
         values (@access, @refresh, @made_by, @access_ends_at, @refresh_ends_at)`
      )
      .run(pair)
    return pair
  }

  /** @throws ChatAppRefusal unless the access token is one of ours and has not ended */
  check(access: string | undefined): Pair {
    return this.#living('access', access)
  }

  /** The old pair ends with it. */
  refresh(token: string | undefined): Pair {
    const { access } = this.#living('refresh', token)
    this.database
      .prepare(
        'update chat_app_tokens set access_ends_at = 0, refresh_ends_at = 0 where access = ?'
      )
      .run(access)
    return this.give('refresh')
  }

  /** Ends what was given out so far. */
  spoil(how: Settings['chat_app_tokens']) {
    if (how === 'normal') return
    this.database.exec('update chat_app_tokens set access_ends_at = 0')
    if (how === 'refresh_invalid')
      this.database.exec('update chat_app_tokens set refresh_ends_at = 0')
  }

  #living(half: 'access' | 'refresh', token: string | undefined): Pair {
    const pair = this.database
      .prepare(`select * from chat_app_tokens where ${half} = ? and ${half}_ends_at > ?`)
      .get(token ?? '', Date.now())
    if (!pair) throw new ChatAppRefusal('ApiInvalidTokenError')
    return pair as Pair
  }
}
