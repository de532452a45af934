import type { MessageText } from '#templates/message_text'
import type { TemplateValues } from '#templates/placeholders'

/** Characters of a finished message. WhatsApp takes 4096, Twilio's `Body` only this many. */
export const MESSAGE_LIMIT = 1600

const WORDS = new Intl.Segmenter('pt-BR', { granularity: 'word' })
const CHARACTERS = new Intl.Segmenter('pt-BR', { granularity: 'grapheme' })
const LONGEST_WORD = 40

/**
 * The text filled in so that it can be sent: a description too long for the message is cut where a word ends, since
 * date and place matter more than its tail; the message itself is cut only if that was not enough.
 */
export function renderWithin(limit: number, text: MessageText, values: TemplateValues): string {
  const whole = text.render(values)
  if (whole.length <= limit) return whole

  const { description = '' } = values
  const within = (room: number) =>
    text.render({ ...values, description: shortened(description, room) })
  const room = largest(description.length, (size) => within(size).length <= limit)
  return shortened(within(room), limit)
}

/** The largest size below `most` that fits, 0 if none does. */
export function largest(most: number, fits: (size: number) => boolean) {
  let [known, over] = [0, most]
  while (over - known > 1) {
    const middle = Math.floor((known + over) / 2)
    if (fits(middle)) known = middle
    else over = middle
  }
  return known
}

/** At most `limit` characters of `text`, no word or emoji cut in half, `…` telling that there was more. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text
  if (limit < 1) return ''
  return `${text.slice(0, cutAt(text, limit - 1)).trimEnd()}…`
}

function cutAt(text: string, at: number) {
  const word = WORDS.segment(text).containing(at)!.index
  return at - word <= LONGEST_WORD ? word : CHARACTERS.segment(text).containing(at)!.index
}
