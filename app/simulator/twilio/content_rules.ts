import { areTypes, isApprovable } from '#simulator/twilio/content_types'
import type { Approval, ContentTemplate, NewContent } from '#simulator/twilio/contents'
import { TwilioRefusal } from '#simulator/twilio/refusal'

const CATEGORIES = ['UTILITY', 'MARKETING', 'AUTHENTICATION']
/** What a wrong parameter is answered with; the code is ours, the status is Twilio's. */
const INVALID_PARAMETER = 20001

/** The body of a request to create a content. @throws TwilioRefusal */
export function readContent(body: Record<string, unknown>): NewContent {
  const { friendly_name: name = null, language, variables = {}, types } = body
  // What the official SDK of Node sends (`friendlyName`, `twilioText`) is refused by the real one, too.
  if (!areTypes(types)) throw refusal('Invalid types provided for content')
  if (typeof language !== 'string' || !language) throw refusal('Invalid language')
  if (name !== null && typeof name !== 'string') throw refusal('Invalid friendly_name')
  if (!isTexts(variables)) throw refusal('Invalid variables')
  return { friendly_name: name, language, variables, types }
}

/** The body of a request for WhatsApp's approval. @throws TwilioRefusal */
export function readApproval(body: Record<string, unknown>, content: ContentTemplate) {
  const { name, category, allow_category_change: allow = true } = body
  if (typeof name !== 'string' || !/^[a-z0-9_]{1,512}$/.test(name))
    throw refusal('Template name can only contain lowercase alphanumeric characters or underscores')
  if (!CATEGORIES.includes(category as string)) throw refusal('Invalid category')
  if (!isApprovable(content.types)) throw refusal('This content type cannot be approved')
  if (content.approval) throw refusal('Template already submitted')
  const wish: Pick<Approval, 'name' | 'category' | 'allow_category_change'> = {
    name,
    category: category as string,
    allow_category_change: Boolean(allow),
  }
  return wish
}

export function isTexts(value: unknown): value is Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.values(value).every((one) => typeof one === 'string')
}

const refusal = (message: string) => new TwilioRefusal(INVALID_PARAMETER, message)
