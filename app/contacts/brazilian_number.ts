import { refuse, type PhoneRefusal } from '#contacts/phone_problem'

export interface BrazilianNumber {
  ok: true
  e164: string
  ninthDigitInserted: boolean
}

/** The 67 area codes in use. */
const DDD = /^(?:1[1-9]|2[12478]|3[1-578]|4[1-9]|5[1345]|6[1-9]|7[134579]|8[1-9]|9[1-9])$/
const SERVICE_NUMBER = /^0?(?:800|300|500|900)\d{7}$|^0(?:800|300)\d{6}$|^(?:400\d|3003)\d{4}$/
const LOCAL_NUMBER = /^(?:9\d{8}|[2-9]\d{7})$/
const OLD_MOBILE = /^[6-9]\d{7}$/
const LANDLINE = /^[2-5]\d{7}$/
const MOBILE = /^9\d{8}$/

/** Since 2016 every mobile has nine digits; WhatsApp still knows many by the eight they had before. */
const WITH_OLD_FORM = /^\+55(\d{2})9([6-9]\d{7})$/

/**
 * Reads digits in any of the ways Brazilians write them: with or without country code, trunk zero, carrier code and
 * ninth digit. `defaultDdd` completes a number written without its DDD.
 */
export function readBrazilian(digits: string, defaultDdd?: string): BrazilianNumber | PhoneRefusal {
  if (SERVICE_NUMBER.test(digits)) return nonGeographic()
  const national = withoutTrunk(withoutCountryCode(digits))
  if (LOCAL_NUMBER.test(national)) return readLocal(national, defaultDdd)
  if (national.length !== 10 && national.length !== 11) return badLength(national)
  return readSubscriber(national.slice(0, 2), national.slice(2))
}

/** The same mobile as WhatsApp may know it, without the ninth digit; null where no such form ever existed. */
export function withoutNinthDigit(e164: string) {
  const match = WITH_OLD_FORM.exec(e164)
  return match && `+55${match[1]}${match[2]}`
}

// The length decides, not the leading 55: with 10 or 11 digits it is the DDD of western Rio Grande do Sul.
function withoutCountryCode(digits: string) {
  return digits.length >= 12 && digits.startsWith('55') ? digits.slice(2) : digits
}

function withoutTrunk(digits: string) {
  if (!digits.startsWith('0')) return digits
  return digits.slice(digits.length >= 13 ? '0'.length + 'cc'.length : '0'.length)
}

function readLocal(subscriber: string, ddd?: string) {
  return ddd ? readSubscriber(ddd, subscriber) : missingDdd()
}

function readSubscriber(ddd: string, subscriber: string): BrazilianNumber | PhoneRefusal {
  if (!DDD.test(ddd)) return invalidDdd(ddd)
  if (OLD_MOBILE.test(subscriber)) return accept(`${ddd}9${subscriber}`, true)
  if (LANDLINE.test(subscriber) || MOBILE.test(subscriber)) return accept(`${ddd}${subscriber}`)
  return invalidSubscriber(ddd, subscriber)
}

function accept(national: string, ninthDigitInserted = false): BrazilianNumber {
  return { ok: true, e164: `+55${national}`, ninthDigitInserted }
}

function nonGeographic() {
  return refuse(
    'non_geographic',
    'Números 0800, 0300 e 4004 são de centrais de atendimento. Digite o celular da pessoa com DDD.'
  )
}

function missingDdd() {
  return refuse('missing_ddd', 'Falta o DDD: digite, por exemplo, 11 90000-0001.')
}

function invalidDdd(ddd: string) {
  return refuse(
    'invalid_ddd',
    `O DDD ${ddd} não existe. Confira os dois primeiros dígitos; se o número é de outro país, comece com +.`
  )
}

function badLength({ length }: string) {
  return refuse(
    'bad_length',
    `O número tem ${length} dígitos; com DDD são 11 no celular ou 10 no fixo. Se é de outro país, comece com +.`
  )
}

function invalidSubscriber(ddd: string, { length }: string) {
  const rule =
    length === 9
      ? 'um celular tem 9 dígitos e começa com 9'
      : 'um telefone de 8 dígitos não começa com 0 nem 1'
  const message = `Depois do DDD ${ddd}, ${rule}. Confira; se o número é de outro país, comece com +.`
  return refuse('invalid_subscriber', message)
}
