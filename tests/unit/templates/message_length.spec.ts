import { test } from '@japa/runner'
import { MESSAGE_LIMIT, renderWithin, shortened } from '#templates/message_length'
import { MessageText } from '#templates/message_text'
import type { PlaceholderName } from '#templates/placeholders'

const NAMES: PlaceholderName[] = ['title', 'description']
const text = (body: string) => MessageText.parse(body, NAMES) as MessageText

const NOTICE = text('{{ title }}\n@if(description)\nInfo: {{ description }}\n@end\nFim.')

test.group('A message that would be too long', () => {
  test('what fits is left alone', ({ assert }) => {
    const description = 'x'.repeat(MESSAGE_LIMIT - 'T\nInfo: \nFim.'.length)
    const message = renderWithin(MESSAGE_LIMIT, NOTICE, { title: 'T', description })
    assert.lengthOf(message, MESSAGE_LIMIT)
    assert.equal(message, `T\nInfo: ${description}\nFim.`)
  })

  test('loses the end of its description, between two words, and nothing else', ({ assert }) => {
    const description = 'Traga um documento com foto. '.repeat(200)
    const message = renderWithin(MESSAGE_LIMIT, NOTICE, { title: 'Entrevista', description })
    assert.isAtMost(message.length, MESSAGE_LIMIT)
    assert.isAbove(message.length, MESSAGE_LIMIT - 40)
    assert.match(message, /^Entrevista\nInfo: Traga .*(Traga|um|documento|com|foto\.?)…\nFim\.$/)
  })

  test('also when the description is said twice', ({ assert }) => {
    const twice = text('{{ description }}|{{ description }}')
    const message = renderWithin(100, twice, { description: 'ab '.repeat(100) })
    assert.isAtMost(message.length, 100)
    const [first, second] = message.split('|')
    assert.equal(first, second)
    assert.match(first, /^ab .*…$/)
  })

  test('is cut itself when there is no description left to shorten', ({ assert }) => {
    const message = renderWithin(100, NOTICE, { title: 'palavra '.repeat(50), description: 'x' })
    assert.isAtMost(message.length, 100)
    assert.match(message, /palavra…$/)
    assert.notInclude(message, 'Info')
  })
})

test.group('Shortening', () => {
  test('no emoji, accent or flag is cut in half', ({ assert }) => {
    for (const character of ['👩🏽‍💻', 'e\u0301', '🇧🇷', '😀']) {
      for (let limit = 1; limit < 60; limit++) {
        const short = shortened(character.repeat(50), limit)
        assert.isAtMost(short.length, limit)
        assert.isTrue(short.isWellFormed())
        assert.match(short, new RegExp(`^(${character})*…$`, 'u'))
      }
    }
  })

  test('a word longer than any word is cut inside', ({ assert }) => {
    assert.equal(shortened('x'.repeat(200), 100), `${'x'.repeat(99)}…`)
  })

  test('nothing fits into nothing', ({ assert }) => {
    assert.equal(shortened('abc', 0), '')
    assert.equal(shortened('abc', -5), '')
    assert.equal(shortened('abc', 3), 'abc')
  })
})
