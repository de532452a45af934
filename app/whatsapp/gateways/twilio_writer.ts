import type { NewContent, TwilioContent } from '#whatsapp/gateways/twilio_content'
import type { OutgoingMessage, OutgoingTemplate } from '#whatsapp/gateways/gateway'
import { withoutChoices } from '#whatsapp/content'
import type { SendFailure } from '#whatsapp/send_result'
import {
  filledButtons,
  filledList,
  filledPlace,
  type Filled,
} from '#whatsapp/gateways/twilio_shapes'

/** What a text under choices may be long; a text alone may be longer. */
const CHOICES_BODY_LIMIT = 1024
export const MOST_BUTTONS = 3
const MOST_ROWS = 10
/** Twilio's codes for what it is not even asked. */
const TOO_MANY_FILES = '21623'
const BAD_FILE = '21620'
const NO_CONTENT = '21654'
const INVALID_CONTENT = '63021'

/** A message as the form of a create request has it, apart from who it goes to. */
export interface Written {
  Body?: string
  MediaUrl?: string[]
  ContentSid?: string
  ContentVariables?: string
}

/**
 * Turns what a message holds into what Twilio takes. Contents for choices and places are made when first needed, found again by
 * name by every other process, and remembered.
 */
export class TwilioWriter {
  readonly #sids = new Map<string, Promise<string>>()

  constructor(private readonly contents: TwilioContent) {}

  /** Throws what the Content API does when a content is needed that cannot be had. */
  async write(message: OutgoingMessage): Promise<Written> {
    const { body, template, content } = message
    if (template) return filledTemplate(template)
    const filled = contentOf(message)
    if (filled) return this.#filledContent(filled)
    const files = content?.media?.map(({ url }) => url!)
    const text = withoutChoices(body, content)
    return { ...(text && { Body: text }), ...(files && { MediaUrl: files }) }
  }

  /** Somebody removed it: the next message that needs it makes it anew. */
  forget(sid: string) {
    for (const [name, known] of this.#sids) {
      void known.then((one) => one === sid && this.#sids.delete(name))
    }
  }

  async #filledContent({ shape, variables }: Filled): Promise<Written> {
    const ContentSid = await this.#sidOf(shape)
    return { ContentSid, ...(Object.keys(variables).length > 0 && valuesOf(variables)) }
  }

  /** Two processes may make it at once: both work. */
  #sidOf(shape: NewContent): Promise<string> {
    const { friendly_name: name } = shape
    const known = this.#sids.get(name)
    if (known) return known
    const made = this.#findOrMake(shape)
    this.#sids.set(name, made)
    made.catch(() => this.#sids.delete(name))
    return made
  }

  async #findOrMake(shape: NewContent) {
    const { sid } = (await this.contents.find(shape)) ?? (await this.contents.create(shape))
    return sid
  }
}

/** What Twilio would take and lose a part of, or refuse: files after the first, one without an address, too many choices. */
export function impossible({ content, template }: OutgoingMessage): SendFailure | null {
  const { media: files = [], buttons = [], list } = content ?? {}
  const tooMany = buttons.length > MOST_BUTTONS || (list && list.rows.length > MOST_ROWS)
  if (tooMany) return { outcome: 'rejected', code: INVALID_CONTENT }
  if (files.length > 1) return { outcome: 'rejected', code: TOO_MANY_FILES }
  if (files.some(({ url }) => !url)) return { outcome: 'rejected', code: BAD_FILE }
  if (template && !template.providerTemplateId) return { outcome: 'rejected', code: NO_CONTENT }
  return null
}

/** The choices or the place; undefined for what goes without a content, as choices under too long a text. */
function contentOf({ body, content }: OutgoingMessage): Filled | undefined {
  const { buttons = [], list, location } = content ?? {}
  if (location) return filledPlace(location)
  if (!body || body.length > CHOICES_BODY_LIMIT) return undefined
  if (buttons.length > 0) return filledButtons(body, buttons)
  return list && filledList(body, list)
}

/** Its buttons say what they were submitted with: Twilio has no payloads of one message. */
function filledTemplate({ providerTemplateId, variables }: OutgoingTemplate): Written {
  const values = Object.fromEntries(variables.map((value, at) => [String(at + 1), value]))
  return { ContentSid: providerTemplateId!, ...(variables.length > 0 && valuesOf(values)) }
}

const valuesOf = (variables: Record<string, string>) => ({
  ContentVariables: JSON.stringify(variables),
})
