import type { Simulator } from '#simulator/simulator'
import { readApproval, readContent } from '#simulator/twilio/content_rules'
import type { ContentTemplate } from '#simulator/twilio/contents'
import { TwilioRefusal } from '#simulator/twilio/refusal'

type Body = Record<string, unknown>

/** What content.twilio.com does; how it looks is the resources' business. Refusals are thrown as TwilioRefusal. */
export class ContentApi {
  constructor(private simulator: Simulator) {}

  create(body: Body): ContentTemplate {
    const content = this.simulator.contents.add(readContent(body))
    this.simulator.announce()
    return content
  }

  all(): ContentTemplate[] {
    return this.simulator.contents.all()
  }

  find(sid: string): ContentTemplate {
    const content = this.simulator.contents.find(sid)
    if (!content) throw new TwilioRefusal(20404)
    return content
  }

  remove(sid: string) {
    if (!this.simulator.contents.remove(sid)) throw new TwilioRefusal(20404)
    this.simulator.announce()
  }

  submit(sid: string, body: Body): ContentTemplate {
    const content = this.find(sid)
    const submitted = this.simulator.contents.submit(content, readApproval(body, content))
    this.simulator.announce()
    return submitted
  }
}
