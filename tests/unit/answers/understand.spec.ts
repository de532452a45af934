import { understand } from '#answers/understand'
import { PHRASES } from '#answers/words'
import { test } from '@japa/runner'
import fc from 'fast-check'

const MEANT = {
  confirm: [
    ...[
      '1',
      '1️⃣',
      '1.',
      '1)',
      'opção 1',
      '1 - confirmar',
      '１',
      'Confirmo',
      'CONFIRMADO!',
      'ok',
      'Ok 🙂',
    ],
    ...['👍', '👍🏽', '👍👍', '✅', 'Sim, confirmo', 'sim confirmo, obrigada!', 'Estarei lá'],
    ...['Bom dia! Confirmo minha presença. Obrigada', 'estarei lá, obrigada! 🙂', "I'll be there"],
    ...['Ahí estaré', 'confirmo asistencia'],
  ],
  yes: ['sim', 'SIM!', 'Sím', 's', 'yes', 'Sí', '¡Sí!', 'sim sim', 'Oi, sim', 'claro'],
  no: ['não', 'Nao.', 'no', 'Não, obrigada'],
  move: [
    ...[
      '2',
      '2️⃣',
      'remarcar',
      'Pode ser outro dia?',
      'não posso',
      'Não posso nesse dia 😕',
      'no puedo',
    ],
    ...['Oi, preciso remarcar, por favor', 'sim, remarcar', 'I can’t make it', 'remarcar?'],
  ],
  cancel: ['3', '3️⃣', 'Cancelar', 'desisto', 'quero cancelar', 'sim, quero cancelar', 'cancel'],
}
const cases = Object.entries(MEANT).flatMap(([meaning, texts]) =>
  texts.map((text) => ({ text, meaning }))
)

const UNCLEAR = [
  ...['', '   ', '🙂', '❤️', '?', '…', '👎', '❌', '👍👎', '1 👎', 'sim ❌', '👍?'],
  ...[
    'não confirmo',
    'confirmo não',
    'sim não',
    'nao cancelar',
    'não quero cancelar',
    'não desisto',
  ],
  ...[
    '1 ou 2',
    '1 2',
    '1/2',
    '2, não 3',
    'sim ou não',
    'confirmo ou cancelo',
    'remarcar ou cancelar',
  ],
  ...[
    'ok, mas não posso',
    'ok, outro dia',
    'não posso confirmar',
    'não posso cancelar',
    "I can't confirm",
  ],
  ...[
    'confirmado?',
    'ok?',
    'sim?',
    '1?',
    'cancelar?',
    '3?',
    'é dia 1?',
    'dia 3',
    '3 pessoas',
    '12',
    '0',
    '31',
  ],
  ...[
    'confirmo se for online',
    'vou ver se confirmo',
    'sim, mas posso chegar às 15h?',
    'não sei',
    'talvez',
  ],
  ...[
    'quero cancelar minha assinatura do jornal',
    'ok google',
    'não vou',
    'no problem',
    'no confirmo',
  ],
  ...[
    'obrigada',
    'bom dia',
    'opção',
    'número',
    'me liga',
    '1 real',
    'constructor',
    '__proto__',
    'toString',
  ],
  ...[
    'Sim, estarei lá se o ônibus passar',
    'sim '.repeat(60),
    'sem',
    'simm',
    'desisto de entender este site',
  ],
]

const dress = fc
  .array(fc.constantFrom(' ', '\n', '.', '!', '*', '_', '“', '…', '🙏', '🙂', '\u200b', '\u00a0'), {
    maxLength: 4,
  })
  .map((marks) => marks.join(''))
const known = fc.constantFrom(
  ...Object.entries(PHRASES).flatMap(([meaning, texts]) => texts.map((text) => ({ text, meaning })))
)
const foreign = fc.stringMatching(/^[kwxyz]{4,9}$/)

test.group('Answers in words', () => {
  test('“{text}” means {meaning}')
    .with(cases)
    .run(({ assert }, { text, meaning }) => assert.equal(understand(text).meaning, meaning as any))

  test('“{$self}” is for a person to read')
    .with(UNCLEAR)
    .run(({ assert }, text) => assert.isNull(understand(text).meaning))

  test('a number alone is also the place in a list', ({ assert }) => {
    for (const text of ['4', '4.', ' 4️⃣ ', 'opção 4', 'o número 4'])
      assert.equal(understand(text).number, 4)
    for (const text of ['4 e 5', 'sim 4', '4x', '100', '0', '-', 'oi 4?', '4?', ''])
      assert.isNull(understand(text).number, text)
  })

  test('case, accents, punctuation and emoji around do not matter', () => {
    const spelled = fc.tuple(dress, known, dress, fc.boolean(), fc.constantFrom('NFC', 'NFD'))
    fc.assert(
      fc.property(spelled, ([before, { text, meaning }, after, loud, form]) => {
        const said = (before + (loud ? text.toUpperCase() : text) + after).normalize(form)
        return understand(said).meaning === meaning
      })
    )
  })

  test('a word nobody taught us leaves it to a person', () => {
    const sentence = fc.tuple(known, foreign, fc.boolean())
    fc.assert(
      fc.property(sentence, ([{ text }, word, isFirst]) => {
        const said = isFirst ? `${word} ${text}` : `${text} ${word}`
        return understand(said).meaning === null
      })
    )
  })

  test('two different answers are none', () => {
    fc.assert(
      fc.property(known, known, (one, other) => {
        fc.pre(one.meaning !== other.meaning && one.meaning !== 'yes')
        const joined = `${one.text} ${other.text}`
        fc.pre(!Object.values(PHRASES).flat().includes(joined))
        return understand(joined).meaning === null
      })
    )
  })

  test('a denial never becomes a yes or a cancellation', () => {
    const denial = fc.constantFrom('não', 'nao', 'no', 'not', 'nunca', 'jamais', 'don’t', 'nem')
    const strong = known.filter(({ meaning }) => ['yes', 'confirm', 'cancel'].includes(meaning))
    fc.assert(
      fc.property(denial, strong, fc.boolean(), (word, { text }, isFirst) => {
        const { meaning } = understand(isFirst ? `${word} ${text}` : `${text}, ${word}`)
        return meaning === null || meaning === 'move'
      })
    )
  })

  test('whatever is written is read without harm', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 5000 }), (text) => {
        understand(text)
        return true
      })
    )
  })
})
