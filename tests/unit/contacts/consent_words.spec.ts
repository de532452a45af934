import { decisionIn } from '#contacts/consent_words'
import { test } from '@japa/runner'
import fc from 'fast-check'

const WORDS = {
  own_interviews: [
    'PARAR',
    'sair',
    'Stop',
    'CANCELAR INSCRIÇÃO',
    'Cancelar a inscrição',
    'DESCADASTRAR',
    'REMOVER',
    'UNSUBSCRIBE',
    'não quero mais receber mensagens',
    'baja',
  ],
  nothing: ['BLOQUEAR TUDO', 'parar tudo', 'stop all', 'Não quero receber nada', 'bloquear todo'],
  everything: ['VOLTAR', 'start', 'volver'],
}
const cases = Object.entries(WORDS).flatMap(([decision, words]) =>
  words.map((word) => ({ word, decision }))
)

const dress = fc
  .array(fc.constantFrom(' ', '\n', '.', '!', '*', '_', '“', '…', '🙏', '👍🏽', '\u200b', '\u00a0'), {
    maxLength: 4,
  })
  .map((marks) => marks.join(''))
const word = fc.constantFrom(...cases)
const cased = (text: string) =>
  fc
    .array(fc.boolean(), { minLength: text.length, maxLength: text.length })
    .map((upper) =>
      [...text].map((c, n) => (upper[n] ? c.toUpperCase() : c.toLowerCase())).join('')
    )
const spelled = word.chain(({ word: text, decision }) =>
  fc
    .tuple(dress, cased(text), dress, fc.constantFrom('NFC', 'NFD'), fc.boolean())
    .map(([before, letters, after, form, plain]) => {
      const bare = plain ? letters.normalize('NFD').replace(/\p{M}/gu, '') : letters
      return { text: (before + bare + after).normalize(form), decision }
    })
)
const more = fc.stringMatching(/^[a-zà-ú]{3,12}( [a-zà-ú]{2,10}){0,5}$/)

test.group('Words that decide what a person accepts', () => {
  test('“{word}” means {decision}')
    .with(cases)
    .run(({ assert }, { word: text, decision }) => {
      assert.equal(decisionIn(text), decision as any)
    })

  test('case, accents, punctuation, emoji and spaces around do not matter', () => {
    fc.assert(fc.property(spelled, ({ text, decision }) => decisionIn(text) === decision))
  })

  test('a sentence that contains one decides nothing', () => {
    const sentence = fc
      .tuple(more, word, more)
      .map(([before, { word: text }, after]) => `${before} ${text} ${after}`)
    fc.assert(fc.property(sentence, (text) => decisionIn(text) === null))
  })

  test('nor does it glued to other letters or digits', () => {
    const glued = fc
      .tuple(word, fc.constantFrom('x', '1', 'ção', '2️⃣'))
      .map(([{ word: text }, tail]) => text + tail)
    fc.assert(fc.property(glued, (text) => decisionIn(text) === null))
  })

  test('“{$self}” is about something else')
    .with([
      'Vou parar o carro e já entro na sala',
      'Posso sair mais cedo?',
      'cancelar',
      'Cancelar entrevista',
      'quit',
      'resume',
      'sim',
      '1',
      '👍',
      '',
      '   ',
    ])
    .run(({ assert }, text) => {
      assert.isNull(decisionIn(text))
    })

  test('whatever else is written is read without harm', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        (text) => decisionIn(text) === null
      )
    )
  })
})
