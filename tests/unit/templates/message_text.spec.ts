import { test } from '@japa/runner'
import { MessageText } from '#templates/message_text'
import { PLACEHOLDERS, type PlaceholderName, type TemplateValues } from '#templates/placeholders'
import { TextFault } from '#templates/text_fault'

const NAMES = Object.keys(PLACEHOLDERS) as PlaceholderName[]

const render = (text: string, values: TemplateValues = {}) =>
  (MessageText.parse(text, NAMES) as MessageText).render(values)

test.group('Filling in a text', () => {
  test('shows one branch or the other', ({ assert }) => {
    const text = 'A\n@if(location)\n{{ location }}\n@else\nsem local\n@end\nB'
    assert.equal(render(text, { location: 'Sala 1' }), 'A\nSala 1\nB')
    assert.equal(render(text, { location: '' }), 'A\nsem local\nB')
    assert.equal(render(text), 'A\nsem local\nB')
  })

  test('tags that follow each other leave no blank line', ({ assert }) => {
    const text = 'A\n@if(onsite)\n@if(location)\nB\n@else\n@if(title)\nC\n@end\n@end\n@end\nD'
    assert.equal(render(text, { onsite: 'sim', location: 'x' }), 'A\nB\nD')
    assert.equal(render(text, { onsite: 'sim', title: 'x' }), 'A\nC\nD')
    assert.equal(render(text), 'A\nD')
  })

  test('a text that begins or ends with a condition begins and ends cleanly', ({ assert }) => {
    const text = '@if(onsite)\nA\n@end\n\nB\n\n@if(location)\nC\n@end'
    assert.equal(render(text), 'B')
    assert.equal(render(text, { onsite: 'sim', location: 'x' }), 'A\n\nB\n\nC')
  })

  test('what Edge might take for a tag, and is none, stays as written', ({ assert }) => {
    const text =
      '@constructor\n@__proto__ x\n@empresa (no Instagram)\nrh@if.example\n@endereço ${x} `y` \\n'
    assert.equal(render(text), text)
  })

  test('a name means the value and never a global of the process', ({ assert, cleanup }) => {
    const globals = globalThis as Record<string, unknown>
    globals.location = 'global'
    cleanup(() => void delete globals.location)
    assert.equal(
      render('@if(title)\n{{ title }}\n@end\n{{ location }}', { location: 'aqui' }),
      'aqui'
    )
    assert.equal(render('@if(location)\nA\n@else\nB\n@end', { location: '' }), 'B')
  })
})

test.group('Values arrive as typed', () => {
  for (const value of [
    '{{ process.env.APP_KEY }}',
    '{{{ title }}} @{{ title }} {{-- x --}}',
    '@if(title)\n@else\n@end\n@include("x")',
    '${process.exit()} `x` \\ \\n',
    '<b>Ana</b> & "aspas" \'simples\' <script>alert(1)</script>',
    '*Ana* _de_ ~Souza~ ```x```',
    'مرحبا \u202Eabc\u202C \u200F',
    '👩🏽‍💻 João Ñandú 日本',
    'um\n\n\n\ndois\n \ntrês',
    '__proto__ constructor $& $1 $`',
  ]) {
    test(JSON.stringify(value), ({ assert }) => {
      assert.equal(render('Oi, {{ candidate_name }}!', { candidate_name: value }), `Oi, ${value}!`)
    })
  }

  test('NUL and halves of characters, which no database or provider takes, are dropped', ({
    assert,
  }) => {
    assert.equal(render('[{{ title }}]', { title: 'a\u0000b\uD83Dc' }), '[ab\uFFFDc]')
  })

  test('values for names the text may not use are not even there', ({ assert }) => {
    const values = { title: 'x', secret: 'y' } as TemplateValues
    assert.instanceOf(MessageText.parse('{{ secret }}', NAMES), TextFault)
    assert.equal(render('{{ title }}', values), 'x')
  })

  test('an object with a poisoned prototype gives nothing away', ({ assert }) => {
    const values = JSON.parse('{"__proto__": {"title": "poisoned"}}') as TemplateValues
    assert.equal(render('[{{ title }}]', values), '[]')
    assert.isUndefined(({} as TemplateValues).title)
  })
})

test.group('Attacks', () => {
  for (const text of [
    "{{ title.constructor.constructor('return process')().env.APP_KEY }}",
    '{{ process.env }}',
    '{{ globalThis }}',
    '{{ state }}',
    '{{ template }}',
    '{{ $context }}',
    '{{ $filename }}',
    '@eval(process.exit(1))',
    "@include('../../../.env')",
    '@newError("x")',
    '@debugger',
    '@if(title)\n{{ title }}\n@elseif(process.exit(1))\n@end',
    '{{ title }}`+process.env.APP_KEY+`',
  ]) {
    test(`${JSON.stringify(text)} reads nothing of the process`, ({ assert }) => {
      const parsed = MessageText.parse(text, NAMES)
      if (parsed instanceof MessageText)
        assert.equal(parsed.render({ title: '' }), text.replace('{{ title }}', ''))
      else assert.instanceOf(parsed, TextFault)
    })
  }

  test('a value of a megabyte of spaces or braces is filled in at once', ({ assert }) => {
    const started = performance.now()
    for (const piece of [' ', '{{', '@if(', '\n', '\r\n']) {
      render('A {{ title }} B', { title: piece.repeat(300_000) })
    }
    assert.isBelow(performance.now() - started, 2000)
  })
})
