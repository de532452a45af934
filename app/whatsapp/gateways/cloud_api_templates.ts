import { explainCode, isKnownCode } from '#whatsapp/gateways/cloud_api_errors'
import { GraphFailure, type GraphClient } from '#whatsapp/gateways/cloud_api_client'
import {
  TemplateRefused,
  type TemplateDesk,
  type TemplateStanding,
  type TemplateState,
  type TemplateSubmission,
} from '#whatsapp/gateways/gateway'

/** Meta's words for where a template stands; those of the future wait. */
const STATES: Record<string, TemplateState> = {
  APPROVED: 'approved',
  REJECTED: 'rejected',
  PAUSED: 'paused',
  DISABLED: 'disabled',
  LIMIT_EXCEEDED: 'rejected',
  PENDING_DELETION: 'disabled',
  DELETED: 'disabled',
}

/** Submits texts as utility, and follows them. */
export class CloudApiTemplates implements TemplateDesk {
  constructor(
    private readonly client: GraphClient,
    private readonly wabaId: string
  ) {}

  async submit(template: TemplateSubmission): Promise<TemplateStanding> {
    const { name, language } = template
    const asked = { name, language, category: 'UTILITY', components: componentsOf(template) }
    return standingOf(await this.#ask('POST', this.#path, asked))
  }

  async standing({ name, language, providerTemplateId }: Parameters<TemplateDesk['standing']>[0]) {
    const fields = 'id,name,language,status,category,rejected_reason'
    const query = new URLSearchParams({ name, fields })
    const { data = [] } = await this.#ask('GET', `${this.#path}?${query}`)
    const found = (data as any[]).find(
      (one) => one.language === language && one.name === name && one.id === providerTemplateId
    )
    if (!found) throw new TemplateRefused('A Meta não tem mais este modelo. Envie-o de novo.')
    return standingOf(found)
  }

  get #path() {
    return `${this.wabaId}/message_templates`
  }

  async #ask(method: 'GET' | 'POST', path: string, body?: object) {
    try {
      return await this.client.ask(method, path, body)
    } catch (error) {
      throw error instanceof GraphFailure ? refusalOf(error) : unreachable(error)
    }
  }
}

function componentsOf({ body, samples, buttons }: TemplateSubmission) {
  const example = samples.length > 0 && { example: { body_text: [samples] } }
  const replies = buttons.map(({ title }) => ({ type: 'QUICK_REPLY', text: title }))
  return [
    { type: 'BODY', text: body, ...example },
    ...(replies.length > 0 ? [{ type: 'BUTTONS', buttons: replies }] : []),
  ]
}

function standingOf({ id, status, category, rejected_reason: reason }: any): TemplateStanding {
  return {
    providerTemplateId: String(id),
    state: STATES[status] ?? 'pending',
    reason: reason && reason !== 'NONE' ? String(reason) : null,
    category: category ? String(category).toLowerCase() : null,
  }
}

/** About a text, 100 is the one code that says nothing without its details. */
function refusalOf({ code, message }: GraphFailure) {
  const isTold = isKnownCode(code) && code !== '100'
  return new TemplateRefused(
    isTold ? explainCode(code) : `A Meta não aceitou o modelo: ${message}.`,
    code
  )
}

const unreachable = (error: unknown) =>
  new TemplateRefused(
    `Não conseguimos falar com a Meta: ${error instanceof Error ? error.message : error}.`
  )
