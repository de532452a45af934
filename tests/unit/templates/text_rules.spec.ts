import { test } from '@japa/runner'
import { findFault, TEXT_LIMIT } from '#templates/text_rules'

const ALLOWED = ['title', 'description', 'onsite']
const fault = (text: string) => findFault(text, ALLOWED)

test.group('What a text may say', () => {
  for (const text of [
    'Olá!',
    '',
    '{{ title }}',
    '{{title}} e {{  description  }}',
    '@if(description)\n{{ description }}\n@end',
    '@if( description )\nA\n@else\nB\n@endif',
    '  @if(description)  \nA\n  @end  ',
    '@if(title)\n@if(description)\n@if(onsite)\nA\n@end\n@end\n@end',
    'Escreva para rh@empresa.example ou rh@if.example',
    '@empresa (no Instagram)',
    '@endereço: Rua Exemplo, 100',
    '@elsewhere',
    '@constructor',
    'Fale com @toString e @__proto__',
    '{ title } custa R$ 10 ou ${preço} ou `x`',
    'a } b }} c',
    '\\{ <b>não é HTML</b> & "aspas" \'simples\'',
    'texto\tcom tabulação',
    'مرحبا \u202Eobaid',
  ]) {
    test(`${JSON.stringify(text)} is accepted`, ({ assert }) => assert.isNull(fault(text)))
  }
})

test.group('What a text may not say', () => {
  for (const [text, line, reason] of [
    ['Oi\n{{ salary }}', 2, /“salary” não existe/],
    ['{{ __proto__ }}', 1, /“__proto__” não existe/],
    ['{{ constructor }}', 1, /“constructor” não existe/],
    ['@if(constructor)\nA\n@end', 1, /“constructor” não existe/],
    ['{{ toString }}', 1, /só cabe o nome/],
    ['{{ process.env.APP_KEY }}', 1, /só cabe o nome/],
    ['{{ title.constructor.constructor("return process")().env }}', 1, /só cabe o nome/],
    ['{{ title["constructor"] }}', 1, /só cabe o nome/],
    ['{{ title }} {{ title + 1 }}', 1, /só cabe o nome/],
    ['{{ title; process.exit() }}', 1, /só cabe o nome/],
    ['{{ `${title}` }}', 1, /só cabe o nome/],
    ['{{ }}', 1, /só cabe o nome/],
    ['{{ {{ title }} }}', 1, /só cabe o nome/],
    ['{{{ title }}}', 1, /duas chaves/],
    ['{{-- segredo --}}', 1, /Comentários/],
    ['@{{ title }}', 1, /espaço entre @ e/],
    ['{{ title }}@{{ title }}', 1, /espaço entre @ e/],
    ['A\n{{ title', 2, /Falta fechar/],
    ['{{ title }', 1, /Falta fechar/],
    ['{{\ntitle }}', 1, /Falta fechar/],
    ['@include("x")', 1, /“@include” não é aceito/],
    ['@include', 1, /“@include” não é aceito/],
    ['  @eval(process.exit())', 1, /“@eval” não é aceito/],
    ['@let(x = 1)', 1, /“@let” não é aceito/],
    ['@each(x in y)', 1, /“@each” não é aceito/],
    ['@elseif(title)', 1, /“@elseif” não é aceito/],
    ['@vite("x")', 1, /“@vite” não é aceito/],
    ['@components.x("y")', 1, /“@components.x” não é aceito/],
    ['@!if(title)', 1, /não é aceito/],
    ['@@if(title)', 1, /não é aceito/],
    ['@@{{ title }}', 1, /espaço entre @ e/],
    ['@If(title)', 1, /não é aceito/],
    ['@if(title == "x")\n@end', 1, /um só campo/],
    ['@if(!title)\n@end', 1, /um só campo/],
    ['@if(title.constructor)\n@end', 1, /um só campo/],
    ['@if title\n@end', 1, /um só campo/],
    ['@if(title) A @end', 1, /um só campo/],
    ['@if(title)~\nA\n@end', 1, /um só campo/],
    ['@if(\ntitle)\nA\n@end', 1, /um só campo/],
    ['A @if(title)\nB\n@end', 1, /“@if\(campo\)” precisa ficar sozinho/],
    ['@if(title)\nA @end', 2, /“@end” precisa ficar sozinho/],
    ['@if(title)\nA\n@else B\n@end', 3, /“@else” precisa ficar sozinho/],
    ['@if(title)\nA\n@elseé\n@end', 3, /“@else” precisa ficar sozinho/],
    ['@if(title)\nA\n@end~', 3, /“@end” precisa ficar sozinho/],
    ['@if(title)\nA\n@End', 3, /“@end” precisa ficar sozinho na linha, em letras minúsculas/],
    ['A\n@if(title)\nB', 2, /Falta o @end/],
    ['A\n@end', 2, /não tem um @if/],
    ['A\n@else', 2, /não tem um @if/],
    ['@if(title)\n@else\n@else\n@end', 3, /já tem um @else/],
    [
      '@if(title)\n@if(title)\n@if(title)\n@if(title)\n@end\n@end\n@end\n@end',
      4,
      /um dentro do outro/,
    ],
    ['A\nB\u0000C', 2, /caractere invisível/],
    ['A\u2028@if(title)', 1, /precisa ficar sozinho/],
  ] as const) {
    test(`${JSON.stringify(text)} is refused on line ${line}`, ({ assert }) => {
      assert.equal(fault(text)?.line, line)
      assert.match(fault(text)!.reason, reason)
    })
  }

  test('a text longer than the limit is refused at the line where it runs over', ({ assert }) => {
    assert.isNull(fault('x'.repeat(TEXT_LIMIT)))
    const refusal = fault(`${'x\n'.repeat(TEXT_LIMIT / 2)}y`)
    assert.equal(refusal?.line, TEXT_LIMIT / 2 + 1)
    assert.include(refusal?.reason, `${TEXT_LIMIT + 1} caracteres`)
  })

  test('no text makes the reading slow', ({ assert }) => {
    const started = performance.now()
    for (const piece of [
      '{{',
      '{{ ',
      '{{ a',
      '@if(',
      '@if( ',
      '@',
      ' ',
      '\n',
      '@end',
      '}} {{',
      'é@',
    ]) {
      fault(piece.repeat(TEXT_LIMIT).slice(0, TEXT_LIMIT))
      fault(`{{${piece.repeat(TEXT_LIMIT)}`.slice(0, TEXT_LIMIT))
      fault(piece.repeat(5_000_000))
    }
    assert.isBelow(performance.now() - started, 2000)
  })
})
