import { createHash } from 'node:crypto'

/** A person's handset, with WhatsApp on it or not. */
export interface Phone {
  /** E.164, Brazilian mobiles always with the ninth digit. */
  number: string
  /** What the person calls themselves on WhatsApp. */
  name: string
  /** Has sent `join <words>` to the sandbox. */
  joined: boolean
  has_whatsapp: boolean
  /** Reads by itself; otherwise messages stay delivered until somebody marks them as read. */
  reads: boolean
  /** An old Brazilian account: WhatsApp knows it without the ninth digit. */
  lacks_ninth_digit: boolean
  /** Companies see an id (`BR.…`) in place of the number. */
  hides_number: boolean
  last_inbound_at: number | null
  /** When it last received or sent something. */
  active_at: number
}

export type PhoneSwitches = Partial<
  Pick<Phone, 'name' | 'joined' | 'has_whatsapp' | 'reads' | 'lacks_ninth_digit' | 'hides_number'>
>

const WINDOW_MS = 24 * 60 * 60 * 1000

/**
 * `whatsapp:+5531988880001`, `5531988880001` and the old `+553188880001` → `+5531988880001`: both forms of a Brazilian
 * mobile reach the same phone, as on WhatsApp. Null when no phone can have that number.
 */
export function canonicalNumber(address: string) {
  const number = `+${address.replace(/^whatsapp:/, '').replace(/^\+/, '')}`
  if (!/^\+[1-9]\d{7,14}$/.test(number)) return null
  if (!number.startsWith('+55')) return number
  const [, area, subscriber] = /^\+55([1-9]{2})(9\d{8}|\d{8})$/.exec(number) ?? []
  if (!area) return null
  const isOldMobile = /^[^2-5]\d{7}$/.test(subscriber)
  return `+55${area}${isOldMobile ? '9' : ''}${subscriber}`
}

/** The address WhatsApp knows the phone by, digits only. */
export function waId({ number, lacks_ninth_digit: lacksNinthDigit }: Phone) {
  const digits = number.slice(1)
  return lacksNinthDigit ? digits.replace(/^(55\d{2})9(\d{8})$/, '$1$2') : digits
}

/** Ids are what they are; a number counts in one of its forms only. */
export function isKnownAs(phone: Phone, address: string) {
  const number = address.replace(/^(?:whatsapp:)?\+?/, '')
  return /\D/.test(number) || number === waId(phone)
}

/** What stands for a person who hides their number; the same whatever the number looks like. */
export const userIdOf = (number: string) =>
  `BR.${createHash('sha1').update(number).digest('hex').slice(0, 24)}`

export function windowIsOpen({ last_inbound_at: lastInboundAt }: Phone, now: number) {
  return lastInboundAt !== null && now - lastInboundAt < WINDOW_MS
}
