import { parsePhoneNumberWithError, ParseError, type CountryCode } from 'libphonenumber-js/max'
import { readBrazilian, withoutNinthDigit } from '#contacts/brazilian_number'
import { readPhoneText, type PhoneText } from '#contacts/phone_text'
import { refuse, type PhoneRefusal } from '#contacts/phone_problem'

const E164 = /^\+[1-9]\d{6,14}$/

export type PhoneReading = { ok: true; number: PhoneNumber } | PhoneRefusal

export interface PhoneOptions {
  /** Two digits, for numbers written without their DDD. */
  defaultDdd?: string
  /** Refuse other countries instead of accepting them with `+` or `00`. */
  brazilianOnly?: boolean
}

/**
 * A telephone number in its one canonical spelling, E.164. National input is Brazilian; other countries need `+` or `00`.
 */
export class PhoneNumber {
  /** Reads what people type. A bad number is a value, with the reason and the way out. */
  static parse(input: string, options: PhoneOptions = {}): PhoneReading {
    const text = readPhoneText(input)
    if (!text.ok) return text
    return isForeign(text) ? readForeign(text.digits, options) : fromBrazil(text, options)
  }

  /**
   * The canonical number behind a provider's address, which always names the country and often lacks the ninth digit.
   * Null when the address is no number at all (people who hide theirs). What the provider vouches for is taken even
   * when no numbering plan knows it.
   */
  static fromWhatsappAddress(address: string): string | null {
    const text = readPhoneText(address)
    if (!text.ok) return null
    const verbatim = `+${text.digits}`
    const reading = PhoneNumber.parse(verbatim)
    if (reading.ok) return reading.number.e164
    return E164.test(verbatim) ? verbatim : null
  }

  constructor(
    /** For instance `+5511900000001`. */
    readonly e164: string,
    /** The number was written with the eight digits mobiles had until 2016. */
    readonly ninthDigitInserted = false
  ) {}

  get isBrazilian() {
    return this.e164.startsWith('+55')
  }

  /** ISO 3166 code; undefined for numbers that belong to no country. */
  get country(): CountryCode | undefined {
    return this.isBrazilian ? 'BR' : parsePhoneNumberWithError(this.e164).country
  }

  /** How WhatsApp may know a Brazilian mobile: without the ninth digit. Null when there is no other form. */
  alternateForm() {
    return withoutNinthDigit(this.e164)
  }

  /** For people: `+55 11 90000-0001`, `+1 415 523 8886`. */
  format() {
    if (!this.isBrazilian) return parsePhoneNumberWithError(this.e164).formatInternational()
    return this.e164.replace(/^\+55(\d{2})(\d{4,5})(\d{4})$/, '+55 $1 $2-$3')
  }

  toString() {
    return this.e164
  }
}

function isForeign({ international, digits }: PhoneText) {
  return international && !digits.startsWith('55')
}

function fromBrazil(
  { international, digits }: PhoneText,
  { defaultDdd }: PhoneOptions
): PhoneReading {
  const reading = readBrazilian(international ? digits.slice(2) : digits, defaultDdd)
  if (!reading.ok) return reading
  return { ok: true, number: new PhoneNumber(reading.e164, reading.ninthDigitInserted) }
}

function readForeign(digits: string, { brazilianOnly }: PhoneOptions): PhoneReading {
  if (brazilianOnly) return foreignRefused()
  try {
    const parsed = parsePhoneNumberWithError(`+${digits}`)
    return parsed.isValid()
      ? { ok: true, number: new PhoneNumber(parsed.number) }
      : invalidForeign(parsed.countryCallingCode)
  } catch (error) {
    return explainForeign(error)
  }
}

function explainForeign(error: unknown): PhoneRefusal {
  if (!(error instanceof ParseError)) throw error
  if (error.message !== 'INVALID_COUNTRY') return invalidForeign()
  return refuse(
    'unknown_country',
    'O código de país depois do + não existe. O do Brasil é +55: digite, por exemplo, +55 11 90000-0001.'
  )
}

function invalidForeign(callingCode?: string) {
  const plan = callingCode ? `no país de código +${callingCode}` : 'no país indicado'
  return refuse(
    'invalid_foreign',
    `Este número não existe ${plan}. Confira os dígitos depois do +.`
  )
}

function foreignRefused() {
  return refuse(
    'foreign_country_code',
    'Aqui só entram números do Brasil: digite o DDD e o número, por exemplo 11 90000-0001.'
  )
}
