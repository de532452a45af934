import fc from 'fast-check'
import { test } from '@japa/runner'
import { isValidPhoneNumber } from 'libphonenumber-js/max'
import { PhoneNumber } from '#contacts/phone_number'

const DDDS = '11 12 19 21 22 24 27 28 31 38 41 49 51 53 55 61 69 71 79 81 89 91 99'.split(' ')

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
const mobile = digits(8).map((rest) => `9${rest}`)
const oldMobile = fc.tuple(fc.constantFrom(...'6789'), digits(7)).map((parts) => parts.join(''))
const landline = fc.tuple(fc.constantFrom(...'2345'), digits(7)).map((parts) => parts.join(''))
const national = fc
  .tuple(fc.constantFrom(...DDDS), fc.oneof(mobile, oldMobile, landline))
  .map((parts) => parts.join(''))
const noise = fc.array(
  fc.constantFrom(' ', '-', '.', '(', ')', '–', '\u200b', '\u202a', '\u00a0'),
  {
    maxLength: 2,
  }
)

function read(input: string) {
  const reading = PhoneNumber.parse(input)
  return reading.ok ? reading.number.e164 : null
}

test.group('Phone number | whatever is typed', () => {
  test('a canonical number reads as itself', () => {
    fc.assert(
      fc.property(national, (input) => {
        const canonical = read(input)!
        return read(canonical) === canonical && new PhoneNumber(canonical).e164 === canonical
      })
    )
  })

  test('the way it is shown reads as the same number', () => {
    fc.assert(
      fc.property(national, (input) => {
        const canonical = read(input)!
        return read(new PhoneNumber(canonical).format()) === canonical
      })
    )
  })

  test('punctuation, spaces and invisible marks change nothing', () => {
    fc.assert(
      fc.property(national, fc.array(noise, { minLength: 12, maxLength: 12 }), (input, marks) => {
        const dressed = marks.map((mark, at) => mark.join('') + (input[at] ?? '')).join('')
        return read(dressed) === read(input)
      })
    )
  })

  test('country code, trunk zero and carrier code change nothing', () => {
    fc.assert(
      fc.property(
        national,
        fc.constantFrom('+55', '+55 0', '0055', '0', '015', '055', '0 21 '),
        (input, prefix) => read(prefix + input) === read(input)
      )
    )
  })

  test('without the ninth digit it is still the same person', () => {
    fc.assert(
      fc.property(national, (input) => {
        const number = new PhoneNumber(read(input)!)
        const alternate = number.alternateForm()
        return alternate === null || PhoneNumber.fromWhatsappAddress(alternate) === number.e164
      })
    )
  })

  test('every number taken exists in its country', () => {
    fc.assert(
      fc.property(fc.oneof(national, fc.stringMatching(/^\+?\d{6,16}$/)), (input) => {
        const e164 = read(input)
        return e164 === null || isValidPhoneNumber(e164)
      })
    )
  })

  test('nothing makes it throw, and every refusal says why', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[+0-9 ()/]*$/)),
        (input) => {
          const reading = PhoneNumber.parse(input)
          return reading.ok || (reading.reason !== undefined && reading.message.endsWith('.'))
        }
      )
    )
  })
})
