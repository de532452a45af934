import { randomInt } from 'node:crypto'
import { GraphRefusal } from '#simulator/cloud_api/refusal'
import type { Database } from '#simulator/database'
import type { Settings } from '#simulator/settings'

export interface TemplateComponent {
  type: string
  text?: string
  example?: { body_text?: string[][] }
  buttons?: { type: string; text: string }[]
}

export interface Template {
  id: string
  name: string
  language: string
  category: string
  components: TemplateComponent[]
  status: 'PENDING' | 'APPROVED' | 'REJECTED' | 'PAUSED'
  rejected_reason: string | null
  submitted_at: number
}

type TemplateRow = Omit<Template, 'components'> & { components: string }
type Submitted = Pick<Template, 'name' | 'language' | 'category' | 'components'>

const CATEGORIES = ['UTILITY', 'MARKETING', 'AUTHENTICATION']
const BODY_LIMIT = 1024

/** Texts submitted for approval. Whoever approves them takes some seconds, and the day's mood is a switch. */
export class Templates {
  constructor(
    private database: Database,
    private settings: () => Settings
  ) {}

  /** @throws GraphRefusal for what is refused at the door */
  submit(template: Submitted): Template {
    checkTemplate(template)
    if (this.find(template.name, template.language))
      throw new GraphRefusal(100, 'Content in this language already exists')
    const { name, language, category } = template
    const components = JSON.stringify(template.components)
    this.database
      .prepare(
        `insert into cloud_api_templates (id, name, language, category, components, status, submitted_at)
         values (@id, @name, @language, @category, @components, 'PENDING', @now)`
      )
      .run({ id: newId(), name, language, category, components, now: Date.now() })
    return this.find(name, language)!
  }

  all(name?: string): Template[] {
    const rows = this.database
      .prepare('select * from cloud_api_templates where ? is null or name = ? order by id')
      .all(name ?? null, name ?? null)
    return (rows as TemplateRow[]).map((row) => this.#asItStands(row))
  }

  find(name: string, language: string): Template | null {
    return this.all(name).find((one) => one.language === language) ?? null
  }

  /** @throws GraphRefusal when it may not be sent */
  approved(name: string, language: string): Template {
    const template = this.find(name, language)
    if (template?.status === 'PAUSED') throw new GraphRefusal(132015)
    if (template?.status !== 'APPROVED') {
      const details = `template name (${name}) does not exist in ${language}`
      throw new GraphRefusal(132001, details)
    }
    return template
  }

  #asItStands(row: TemplateRow): Template {
    const template = { ...row, components: JSON.parse(row.components) as TemplateComponent[] }
    const { approvals, approval_ms: delay } = this.settings()
    const isDecided = approvals !== 'held' && row.submitted_at + delay <= Date.now()
    if (template.status === 'PENDING' && isDecided)
      return this.#decide(template, approvals === 'refused')
    const isPaused = template.status === 'APPROVED' && approvals === 'paused'
    return isPaused ? { ...template, status: 'PAUSED' } : template
  }

  #decide(template: Template, isRefused: boolean): Template {
    const status = isRefused ? ('REJECTED' as const) : ('APPROVED' as const)
    const reason = isRefused ? 'INVALID_FORMAT' : 'NONE'
    this.database
      .prepare('update cloud_api_templates set status = ?, rejected_reason = ? where id = ?')
      .run(status, reason, template.id)
    return { ...template, status, rejected_reason: reason }
  }
}

export const bodyOf = ({ components }: Pick<Template, 'components'>) =>
  components.find(({ type }) => type === 'BODY')?.text ?? ''

export const buttonsOf = ({ components }: Pick<Template, 'components'>) =>
  components.find(({ type }) => type === 'BUTTONS')?.buttons ?? []

export const variablesOf = (text: string) => new Set(text.match(/\{\{\d+\}\}/g)).size

function checkTemplate({ name, language, category, components }: Submitted) {
  const refuse = (details: string) => {
    throw new GraphRefusal(100, details)
  }
  if (!/^[a-z0-9_]{1,512}$/.test(name ?? '')) refuse('name: lower case letters, digits and _')
  if (!/^[a-z]{2}(_[A-Z]{2})?$/.test(language ?? '')) refuse('language: a code as pt_BR')
  if (!CATEGORIES.includes(category)) refuse('category: unknown')
  if (!Array.isArray(components)) refuse('components: required')
  const body = bodyOf({ components })
  if (!body || body.length > BODY_LIMIT) refuse('BODY: from 1 to 1024 characters')
  if (/^\s*\{\{|\}\}\s*$/.test(body)) refuse('BODY: begins or ends with a variable')
  if (/\}\}\s*\{\{/.test(body)) refuse('BODY: two variables in a row')
  const samples = components.find(({ type }) => type === 'BODY')!.example?.body_text?.[0] ?? []
  if (samples.length !== variablesOf(body)) refuse('BODY: one example for each variable')
}

const newId = () => String(randomInt(10 ** 14, 2 ** 47))
