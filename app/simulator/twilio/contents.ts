import { randomBytes } from 'node:crypto'
import type { Database } from '#simulator/database'
import { STANDINGS, type Settings, type Standing } from '#simulator/settings'
import { breachOf, typeOf, type Types } from '#simulator/twilio/content_types'

/** Where a template stands with WhatsApp. */
export interface Approval {
  name: string
  category: string
  allow_category_change: boolean
  status: Standing
  /** Empty unless it was rejected. */
  rejection_reason: string
}

/** A text with places for variables, and what hangs on it: the provider's `HX…`. */
export interface ContentTemplate {
  sid: string
  friendly_name: string | null
  language: string
  /** What stands where nobody says otherwise. */
  variables: Record<string, string>
  types: Types
  /** Null: never submitted, for the 24-hour window only. */
  approval: (Approval & { submitted_at: number }) | null
  created_at: number
  updated_at: number
}

export type NewContent = Pick<ContentTemplate, 'friendly_name' | 'language' | 'variables' | 'types'>

interface ContentRow {
  sid: string
  body: string
}

/** What the Content API keeps. Approval goes on by itself: how far it came is worked out when somebody looks. */
export class Contents {
  constructor(
    private database: Database,
    private settings: () => Readonly<Settings>
  ) {}

  add(content: NewContent): ContentTemplate {
    const now = Date.now()
    const sid = `HX${randomBytes(16).toString('hex')}`
    return this.#keep({ ...content, sid, approval: null, created_at: now, updated_at: now })
  }

  find(sid: string): ContentTemplate | null {
    const row = this.database.prepare('select * from contents where sid = ?').get(sid)
    return row ? this.#read(row as ContentRow) : null
  }

  /** Newest first. */
  all(): ContentTemplate[] {
    const rows = this.database.prepare('select * from contents order by id desc').all()
    return (rows as ContentRow[]).map((row) => this.#read(row))
  }

  /** By its id, or by the name it was submitted under: the newest of that name. */
  named(name: string): ContentTemplate | null {
    return this.find(name) ?? this.all().find(({ approval }) => approval?.name === name) ?? null
  }

  remove(sid: string): boolean {
    return this.database.prepare('delete from contents where sid = ?').run(sid).changes > 0
  }

  submit(
    content: ContentTemplate,
    wish: Pick<Approval, 'name' | 'category' | 'allow_category_change'>
  ): ContentTemplate {
    const approval = { ...wish, status: 'received' as const, rejection_reason: '' }
    return this.#keep({ ...content, approval: { ...approval, submitted_at: Date.now() } })
  }

  /** What somebody at WhatsApp decided, without waiting for the clock. */
  decide(content: ContentTemplate, decision: Partial<Approval>): ContentTemplate {
    const approval = { ...content.approval!, ...decision }
    if (decision.status && decision.status !== 'rejected') approval.rejection_reason = ''
    return this.#keep({ ...content, approval })
  }

  #keep(content: ContentTemplate): ContentTemplate {
    const changed = { ...content, updated_at: Date.now() }
    this.database
      .prepare(
        `insert into contents (sid, body) values (@sid, @body)
         on conflict (sid) do update set body = excluded.body`
      )
      .run({ sid: changed.sid, body: JSON.stringify(changed) })
    return changed
  }

  #read({ body }: ContentRow): ContentTemplate {
    const content: ContentTemplate = JSON.parse(body)
    const { approval } = content
    if (!approval) return content
    if (!STANDINGS.slice(0, 2).includes(approval.status)) return this.#asOfToday(content)
    const { approvals, approval_ms: patience } = this.settings()
    const age = Date.now() - approval.submitted_at
    if (approvals === 'held' || age < patience) return { ...content, approval: waiting(approval) }
    return this.#asOfToday(this.decide(content, this.#verdict(content)))
  }

  #verdict(content: ContentTemplate): Partial<Approval> {
    const breach = breachOf(content.types)
    if (breach) return { status: 'rejected', rejection_reason: breach }
    if (this.settings().approvals !== 'refused') return { status: 'approved' }
    return { status: 'rejected', rejection_reason: 'INVALID_FORMAT' }
  }

  /** While everything is paused an approved template is, too. */
  #asOfToday(content: ContentTemplate): ContentTemplate {
    const { approval } = content
    if (this.settings().approvals !== 'paused' || approval?.status !== 'approved') return content
    return { ...content, approval: { ...approval, status: 'paused' } }
  }
}

function waiting<A extends Approval & { submitted_at: number }>(approval: A): A {
  return { ...approval, status: Date.now() > approval.submitted_at + 1 ? 'pending' : 'received' }
}

/** `quick-reply`, as an approval names the kind of content. */
export const approvedType = ({ types }: ContentTemplate) => typeOf(types).replace(/^\w+\//, '')
