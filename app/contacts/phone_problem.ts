/** Why a text is not a phone number we can write to. Stable: the API shows them as `rule`. */
export type PhoneProblem =
  | 'empty'
  | 'bsuid'
  | 'group'
  | 'letters'
  | 'extension'
  | 'unreadable'
  | 'two_numbers'
  | 'all_zeros'
  | 'missing_ddd'
  | 'invalid_ddd'
  | 'bad_length'
  | 'invalid_subscriber'
  | 'non_geographic'
  | 'foreign_country_code'
  | 'unknown_country'
  | 'invalid_foreign'

/** `message` is a sentence in Portuguese that names the way out. */
export interface PhoneRefusal {
  ok: false
  reason: PhoneProblem
  message: string
}

export function refuse(reason: PhoneProblem, message: string): PhoneRefusal {
  return { ok: false, reason, message }
}
