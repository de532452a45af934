import {
  Gateway,
  type Capabilities,
  type CheckResult,
  type Provider,
} from '#whatsapp/gateways/gateway'
import type { FailureOutcome, SendResult } from '#whatsapp/send_result'

const NOTHING: Capabilities = {
  list: false,
  signature: false,
  freeTextAnytime: false,
  templates: false,
  buttons: 0,
  choiceList: false,
  media: [],
  location: false,
  contacts: false,
  reactions: false,
  quotes: false,
  readMarks: false,
}

/**
 * Stands where no gateway can be opened: its messages wait, and whoever asks is told why. One sender that cannot be opened
 * must not keep the others from working.
 */
export class UnusableGateway extends Gateway {
  readonly capabilities = NOTHING
  readonly missingSettings: string[]

  constructor(
    readonly provider: Provider,
    private readonly reason: { setting: string; summary: string; step: string }
  ) {
    super()
    this.missingSettings = [reason.setting]
  }

  async send(): Promise<SendResult> {
    return { outcome: 'sender_blocked', code: 'not_configured', detail: this.reason.summary }
  }

  classifyFailure(): FailureOutcome {
    return 'rejected'
  }

  explain(code: string) {
    return `O provedor recusou a mensagem (código ${code}).`
  }

  async list(): Promise<never> {
    throw new Error(this.reason.summary)
  }

  async check(): Promise<CheckResult> {
    return { ok: false, summary: this.reason.summary, steps: [this.reason.step] }
  }

  async close() {}
}
