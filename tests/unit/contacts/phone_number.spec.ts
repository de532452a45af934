import { test } from '@japa/runner'
import { PhoneNumber, type PhoneOptions } from '#contacts/phone_number'
import type { PhoneProblem } from '#contacts/phone_problem'
import samples from '../../fixtures/br_numbers.json' with { type: 'json' }

/** The sample explains each refusal in its own words; these are ours. */
const REASONS: Record<string, PhoneProblem> = {
  '987654321': 'missing_ddd',
  '33334444': 'missing_ddd',
  '(23) 98765-4321': 'invalid_ddd',
  '5500987654321': 'invalid_ddd',
  '30987654321': 'invalid_ddd',
  '5511887654321': 'invalid_subscriber',
  '1101234567': 'invalid_subscriber',
  '0800 727 2000': 'non_geographic',
  '0300 123 4567': 'non_geographic',
  '+14155238886': 'foreign_country_code',
  '14155238886': 'invalid_subscriber',
  '119876543210': 'bad_length',
  '+5511987654': 'bad_length',
  '00000000000': 'all_zeros',
  '11 98765-4321 / 11 91234-5678': 'two_numbers',
  'whatsapp:BR.1502576394655843': 'bsuid',
  'onze 98765-4321': 'letters',
  '   ': 'empty',
}

function read(input: string, options?: PhoneOptions) {
  const reading = PhoneNumber.parse(input, options)
  return reading.ok ? reading.number.e164 : reading.reason
}

function accept(input: string) {
  const reading = PhoneNumber.parse(input)
  if (!reading.ok) throw new Error(`${input}: ${reading.message}`)
  return reading.number
}

test.group('Phone number | the ways Brazilians write it', () => {
  test('{input}: {reason}')
    .with(samples)
    .run(({ assert }, { input, expected }) => {
      assert.equal(read(input, { brazilianOnly: true }), expected ?? REASONS[input])
    })

  test('a link or an address of WhatsApp is as good as the number in it')
    .with(['https://wa.me/5511900000001', 'tel:+55-11-90000-0001', '5511900000001@s.whatsapp.net'])
    .run(({ assert }, input) => assert.equal(read(input), '+5511900000001'))

  test('a number without its DDD takes the default one', ({ assert }) => {
    assert.equal(read('90000-0001', { defaultDdd: '21' }), '+5521900000001')
    assert.equal(read('7888-7777', { defaultDdd: '31' }), '+5531978887777')
    assert.equal(read('11 90000-0001', { defaultDdd: '21' }), '+5511900000001')
    assert.equal(read('4004-1234', { defaultDdd: '21' }), 'non_geographic')
  })
})

test.group('Phone number | the rest of the world', () => {
  test('an explicit + or 00 may be any country', ({ assert }) => {
    assert.equal(read('+14155238886'), '+14155238886')
    assert.equal(read('00 351 912 345 678'), '+351912345678')
    assert.equal(accept('+1 (415) 523-8886').country, 'US')
  })

  test('a foreign number must exist in its country', ({ assert }) => {
    assert.equal(read('+1 415'), 'invalid_foreign')
    assert.equal(read('+1 000 000 0000'), 'invalid_foreign')
    assert.equal(read('+999 90000 0001'), 'unknown_country')
  })

  test('only a + makes a number foreign', ({ assert }) => {
    const reading = PhoneNumber.parse('14155238886')
    assert.isFalse(reading.ok)
    assert.include(reading.ok || reading.message, 'se o número é de outro país, comece com +')
  })
})

test.group('Phone number | refusals name the way out', () => {
  test('{0}: {1}')
    .with([
      ['90000-0001', 'Falta o DDD: digite, por exemplo, 11 90000-0001.'],
      ['23 90000-0001', 'O DDD 23 não existe.'],
      ['11 8000-00012', 'Depois do DDD 11, um celular tem 9 dígitos e começa com 9.'],
      ['11 1000-0001', 'um telefone de 8 dígitos não começa com 0 nem 1.'],
      ['11 90000-00012', 'O número tem 12 dígitos; com DDD são 11 no celular ou 10 no fixo.'],
      ['11 2000-0001 ramal 12', 'O WhatsApp não alcança ramais.'],
      ['11 90000-0001 ☎', 'O telefone tem sinais que não reconhecemos.'],
      ['1234567890@g.us', 'Isto é o endereço de um grupo.'],
      ['11 90000-0001 ou 11 90000-0002', 'Há mais de um número neste campo.'],
      ['1190000000111900000002', 'Há mais de um número neste campo.'],
      ['12345678901234567', 'O número tem 17 dígitos, mais do que qualquer telefone.'],
    ] as const)
    .run(({ assert }, [input, sentence]) => {
      const reading = PhoneNumber.parse(input)
      assert.include(reading.ok || reading.message, sentence)
    })
})

test.group('Phone number | what it knows of itself', () => {
  test('a mobile of the old eight digits says that its ninth was inserted', ({ assert }) => {
    assert.isTrue(accept('31 8888-7777').ninthDigitInserted)
    assert.isFalse(accept('31 98888-7777').ninthDigitInserted)
    assert.isFalse(accept('31 3222-1234').ninthDigitInserted)
  })

  test('it is shown the way people of its country write it', ({ assert }) => {
    assert.equal(accept('11900000001').format(), '+55 11 90000-0001')
    assert.equal(accept('1120000001').format(), '+55 11 2000-0001')
    assert.equal(accept('+14155238886').format(), '+1 415 523 8886')
    assert.equal(`${accept('11900000001')}`, '+5511900000001')
  })

  test('WhatsApp may know a mobile without its ninth digit', ({ assert }) => {
    assert.equal(accept('31 98888-7777').alternateForm(), '+553188887777')
  })

  test('dropping a digit never makes it the landline of somebody else', ({ assert }) => {
    assert.isNull(accept('11 92000-0001').alternateForm())
    assert.isNull(accept('11 2000-0001').alternateForm())
    assert.isNull(accept('+14155238886').alternateForm())
  })

  test('its country is known', ({ assert }) => {
    assert.equal(accept('11900000001').country, 'BR')
    assert.isTrue(accept('11900000001').isBrazilian)
    assert.isFalse(accept('+351912345678').isBrazilian)
  })
})

test.group('Phone number | the address a provider uses', () => {
  test('{0} is {1}')
    .with([
      ['whatsapp:+5511900000001', '+5511900000001'],
      ['553188887777', '+5531988887777'],
      ['whatsapp:+553188887777', '+5531988887777'],
      ['553132221234', '+553132221234'],
      ['14155238886', '+14155238886'],
      ['15550000001', '+15550000001'],
      ['whatsapp:BR.1502576394655843', null],
      ['', null],
      ['1234567890123456', null],
    ] as const)
    .run(({ assert }, [address, e164]) => {
      assert.equal(PhoneNumber.fromWhatsappAddress(address), e164)
    })
})
