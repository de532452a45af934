import type { TwilioContent, ContentApproval, NewContent } from '#whatsapp/gateways/twilio_content'
import { twilioFailure } from '#whatsapp/gateways/twilio_failure'
import {
  TemplateRefused,
  type TemplateDesk,
  type TemplateStanding,
  type TemplateState,
  type TemplateSubmission,
} from '#whatsapp/gateways/gateway'

/** Twilio's word for where a template stands, in ours. What is not approved yet, or a word of the future, waits. */
const STATES: Record<string, TemplateState> = {
  approved: 'approved',
  rejected: 'rejected',
  paused: 'paused',
  disabled: 'disabled',
}
const UNSUBMITTED = 'unsubmitted'

/** Approved templates as contents of Twilio's Content API. */
export class TwilioTemplates implements TemplateDesk {
  constructor(private readonly contents: TwilioContent) {}

  /** Submitted again after an answer was lost, it finds what is there instead of making a second one. */
  async submit(template: TemplateSubmission): Promise<TemplateStanding> {
    return asking(async () => {
      const content = contentOf(template)
      const known = await this.contents.find(content)
      const { sid } = known ?? (await this.contents.create(content))
      const approval = known && (await this.contents.approval(sid))
      if (approval && approval.status !== UNSUBMITTED) return standing(sid, approval)
      const request = { name: template.name, category: 'UTILITY' }
      return standing(sid, await this.contents.submit(sid, request))
    })
  }

  async standing({ providerTemplateId: sid }: { providerTemplateId: string }) {
    return asking(async () => standing(sid, await this.contents.approval(sid)))
  }
}

function contentOf({ name, language, body, samples, buttons }: TemplateSubmission): NewContent {
  const variables = Object.fromEntries(samples.map((sample, at) => [String(at + 1), sample]))
  const actions = buttons.map(({ id, title }) => ({ type: 'QUICK_REPLY', id, title }))
  const types: NewContent['types'] =
    actions.length > 0 ? { 'twilio/quick-reply': { body, actions } } : { 'twilio/text': { body } }
  return { friendly_name: name, language, variables, types }
}

const standing = (
  providerTemplateId: string,
  { status, rejection_reason: reason, category }: ContentApproval
): TemplateStanding => ({
  providerTemplateId,
  state: STATES[status] ?? 'pending',
  reason: reason || null,
  category: category?.toLowerCase() ?? null,
})

async function asking<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    throw refused(error)
  }
}

function refused(error: unknown) {
  const { outcome, code, detail } = twilioFailure(error)
  switch (outcome) {
    case 'sender_blocked':
      return new TemplateRefused('O Twilio recusou as credenciais ou a conta deste número.', code)
    case 'throttled':
    case 'not_sent':
    case 'unconfirmed':
      return new TemplateRefused('O Twilio não respondeu. Tente de novo em alguns minutos.', code)
    case 'rejected':
    case 'needs_template':
      return new TemplateRefused(`O Twilio recusou o modelo: ${detail ?? code}.`, code)
    default:
      return outcome satisfies never
  }
}
