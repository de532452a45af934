import { refuse, type PhoneRefusal } from '#contacts/phone_problem'

/** What a person typed or pasted, reduced to its digits. */
export interface PhoneText {
  ok: true
  digits: string
  /** Written with `+` or `00`: the digits start with a country code. */
  international: boolean
}

const INVISIBLE = /\p{Cf}/gu
const ADDRESS_PREFIX = /^(?:whatsapp:|tel:|(?:https?:\/\/)?wa\.me\/)/i
const ADDRESS_SUFFIX = /@(?:c\.us|s\.whatsapp\.net)$/i
const HIDDEN_NUMBER = /^[A-Z]{2}\.[A-Za-z0-9]{6,}$|@lid$/
const GROUP = /@g\.us$/
const CARRIER_PLACEHOLDER = /\b0?\s*xx\s*(?=\d{2})/i
const SEPARATORS = /[/;,|+\n\r]|\s(?:ou|e)\s/i
const EXTENSION = /\d\W*(?:ramal|ext|r)\b/i
const NOISE = /[\s().,;:/|·•'"_\p{Pd}]/gu

const SHORTEST_NUMBER = 8
/** `55 0 21 11 98765-4321`: country code, trunk zero and carrier included. */
const LONGEST_NUMBER = 16
const SHORTEST_PAIR = 20

const REFUSALS = {
  empty: refuse('empty', 'Digite o telefone com DDD, por exemplo 11 90000-0001.'),
  bsuid: refuse(
    'bsuid',
    'Isto identifica a pessoa no WhatsApp, mas não é um telefone. Peça o número com DDD.'
  ),
  group: refuse(
    'group',
    'Isto é o endereço de um grupo. Digite o telefone de uma pessoa, com DDD.'
  ),
  twoNumbers: refuse(
    'two_numbers',
    'Há mais de um número neste campo. Deixe só o do WhatsApp e guarde o outro nas observações.'
  ),
  extension: refuse(
    'extension',
    'O WhatsApp não alcança ramais. Digite só o número com DDD, por exemplo 11 90000-0001.'
  ),
  letters: refuse(
    'letters',
    'O telefone tem letras. Digite só números, por exemplo 11 90000-0001.'
  ),
  unreadable: refuse(
    'unreadable',
    'O telefone tem sinais que não reconhecemos. Digite só números, por exemplo 11 90000-0001.'
  ),
  allZeros: refuse(
    'all_zeros',
    'O número só tem zeros. Digite o telefone da pessoa com DDD, por exemplo 11 90000-0001.'
  ),
}

/**
 * Takes away everything that is only dress: invisible marks, provider prefixes, punctuation, `0xx`.
 */
export function readPhoneText(input: string): PhoneText | PhoneRefusal {
  const text = undress(input)
  if (text === '') return REFUSALS.empty
  if (HIDDEN_NUMBER.test(text)) return REFUSALS.bsuid
  if (GROUP.test(text)) return REFUSALS.group
  if (holdsTwoNumbers(text)) return REFUSALS.twoNumbers
  if (EXTENSION.test(text)) return REFUSALS.extension
  if (/\p{L}/u.test(text)) return REFUSALS.letters
  return readDigits(text.replace(NOISE, ''))
}

function readDigits(text: string): PhoneText | PhoneRefusal {
  if (text === '') return REFUSALS.empty
  if (!/^\+?\d+$/.test(text)) return REFUSALS.unreadable
  if (/^\+?0+$/.test(text)) return REFUSALS.allZeros
  const digits = text.replace('+', '')
  if (digits.length > LONGEST_NUMBER) return tooLong(digits)
  if (text.startsWith('+')) return { ok: true, digits, international: true }
  if (text.startsWith('00')) return { ok: true, digits: digits.slice(2), international: true }
  return { ok: true, digits, international: false }
}

function undress(input: string) {
  return input
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .trim()
    .replace(ADDRESS_PREFIX, '')
    .replace(ADDRESS_SUFFIX, '')
    .replace(CARRIER_PLACEHOLDER, '')
    .trim()
}

function holdsTwoNumbers(text: string) {
  const lengths = text.split(SEPARATORS).map(countDigits)
  const numbers = lengths.filter((length) => length >= SHORTEST_NUMBER)
  return numbers.length > 1 || countDigits(text) >= SHORTEST_PAIR
}

function countDigits(text: string) {
  return text.replace(/\D/g, '').length
}

function tooLong(digits: string) {
  const message = `O número tem ${digits.length} dígitos, mais do que qualquer telefone. Confira se não há dois números juntos.`
  return refuse('bad_length', message)
}
