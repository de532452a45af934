import type { Twilio } from 'twilio'

const CONTENT_URL = 'https://content.twilio.com/v1/Content'
const PAGE_SIZE = 500

/** A text with places for variables, and what hangs on it, as the Content API takes it. */
export interface NewContent {
  friendly_name: string
  /** WhatsApp's language code. */
  language: string
  /** What stands where nobody says otherwise; for approval, the samples. */
  variables: Record<string, string>
  /** By type, as `twilio/text`. */
  types: Record<string, object>
}

export interface KeptContent extends NewContent {
  /** `HX` and 32 hexadecimal digits. */
  sid: string
}

/** Where a content stands with WhatsApp. */
export interface ContentApproval {
  name?: string
  category?: string
  status: string
  rejection_reason?: string
}

interface Page {
  contents: KeptContent[]
  meta: { next_page_url: string | null }
}

/**
 * Twilio's Content API. The SDK's own writers put camel case on the wire, which Twilio refuses: requests are made by hand,
 * through the SDK. Throws what the SDK throws.
 */
export class TwilioContent {
  constructor(private readonly connect: () => Promise<Twilio>) {}

  create(content: NewContent): Promise<KeptContent> {
    return this.#request('post', CONTENT_URL, content)
  }

  /** The newest one of that name and language. */
  async find({ friendly_name: name, language }: Pick<NewContent, 'friendly_name' | 'language'>) {
    let url: string | null = `${CONTENT_URL}?PageSize=${PAGE_SIZE}`
    while (url) {
      const { contents, meta }: Page = await this.#request('get', url)
      const found = contents.find((one) => one.friendly_name === name && one.language === language)
      if (found) return found
      url = meta.next_page_url
    }
    return null
  }

  submit(sid: string, request: { name: string; category: string }): Promise<ContentApproval> {
    return this.#request('post', `${CONTENT_URL}/${sid}/ApprovalRequests/whatsapp`, request)
  }

  async approval(sid: string): Promise<ContentApproval> {
    const url = `${CONTENT_URL}/${sid}/ApprovalRequests`
    const { whatsapp } = await this.#request<{ whatsapp: ContentApproval }>('get', url)
    return whatsapp
  }

  async #request<Answer>(method: 'get' | 'post', uri: string, data?: object): Promise<Answer> {
    const twilio = await this.connect()
    const headers = data && { 'Content-Type': 'application/json' }
    const response = await twilio.request({ method, uri, data, headers })
    if (response.statusCode >= 400) throw await failed(response)
    return JSON.parse(String(response.body))
  }
}

async function failed(response: { statusCode: number; body: unknown }) {
  const { default: twilio } = await import('twilio')
  return new twilio.RestException(response as ConstructorParameters<typeof twilio.RestException>[0])
}
