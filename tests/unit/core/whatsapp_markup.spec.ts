import { test } from '@japa/runner'
import { toHtml } from '#core/whatsapp_markup'

const link = (href: string, text = href) =>
  `<a href="${href}" target="_blank" rel="noopener noreferrer nofollow">${text}</a>`

test.group('WhatsApp markup | styles', () => {
  test('shows {0} as {1}')
    .with([
      ['*negrito*', '<strong>negrito</strong>'],
      ['_itálico_', '<em>itálico</em>'],
      ['~riscado~', '<s>riscado</s>'],
      ['```mono```', '<code>mono</code>'],
      ['`código`', '<code>código</code>'],
      ['Olá, *Ana*!', 'Olá, <strong>Ana</strong>!'],
      ['(*Ana*)', '(<strong>Ana</strong>)'],
      ['*a*', '<strong>a</strong>'],
      ['*a b c* d', '<strong>a b c</strong> d'],
      ['*um* e *dois*', '<strong>um</strong> e <strong>dois</strong>'],
      ['🎯 *Convoca*', '🎯 <strong>Convoca</strong>'],
      ['*🎯*', '<strong>🎯</strong>'],
      ['*Data:* 01/12', '<strong>Data:</strong> 01/12'],
    ])
    .run(({ assert }, [text, html]) => assert.equal(toHtml(text), html))

  test('nests styles: {0}')
    .with([
      ['*_os dois_*', '<strong><em>os dois</em></strong>'],
      ['_*os dois*_', '<em><strong>os dois</strong></em>'],
      ['*~_três_~*', '<strong><s><em>três</em></s></strong>'],
      ['*a _b_ c*', '<strong>a <em>b</em> c</strong>'],
      ['*a ```b*c``` d*', '<strong>a <code>b*c</code> d</strong>'],
      ['*(a) _b_*', '<strong>(a) <em>b</em></strong>'],
    ])
    .run(({ assert }, [text, html]) => assert.equal(toHtml(text), html))

  test('leaves markers alone that mark nothing: {$self}')
    .with([
      '*sem fim',
      'sem começo*',
      '2 * 3 * 4',
      '* item',
      '*solto *',
      '* solto*',
      '**',
      '***',
      '__',
      '* *',
      'a*b*c',
      'nome_do_arquivo_final',
      '5*4*3',
      '``````',
      '`',
    ])
    .run(({ assert }, text) => assert.equal(toHtml(text), text))

  test('styles end with the line', ({ assert }) => {
    assert.equal(toHtml('*a\nb*'), '*a<br>b*')
    assert.equal(toHtml('```a\nb```'), '<code>a<br>b</code>')
  })

  test('nothing is styled inside monospace', ({ assert }) => {
    assert.equal(
      toHtml('```*a* <b> https://x.test```'),
      '<code>*a* &lt;b&gt; https://x.test</code>'
    )
    assert.equal(toHtml('`_a_`'), '<code>_a_</code>')
  })

  test('line breaks of every system are line breaks', ({ assert }) => {
    assert.equal(toHtml('a\nb\r\nc\rd\n\ne'), 'a<br>b<br>c<br>d<br><br>e')
  })
})

test.group('WhatsApp markup | links', () => {
  test('links {0}')
    .with([
      ['https://convoca.test', link('https://convoca.test')],
      ['veja http://convoca.test/a?b=1.', `veja ${link('http://convoca.test/a?b=1')}.`],
      ['(https://convoca.test)', `(${link('https://convoca.test')})`],
      ['www.convoca.test', link('https://www.convoca.test', 'www.convoca.test')],
      ['*https://convoca.test*', `<strong>${link('https://convoca.test')}</strong>`],
      ['https://convoca.test/_a_/*b', link('https://convoca.test/_a_/*b')],
      ['https://convoca.test?a=1&b=2', link('https://convoca.test?a=1&amp;b=2')],
      ['https://convoca.test\noi', `${link('https://convoca.test')}<br>oi`],
    ])
    .run(({ assert }, [text, html]) => assert.equal(toHtml(text), html))

  test('never links {$self}')
    .with(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'awww.x', 'vbscript:x'])
    .run(({ assert }, text) => assert.notInclude(toHtml(text), '<a '))
})

test.group('WhatsApp markup | hostile text', () => {
  test('{$self} stays text')
    .with([
      '<script>alert(1)</script>',
      '*<img src=x onerror=alert(1)>*',
      '_"><svg onload=alert(1)>_',
      "```</code><script>alert('x')</script>```",
      'https://x.test/"onmouseover="alert(1)',
      "https://x.test/'onmouseover='alert(1)",
      'https://x.test/<script>alert(1)</script>',
      '&lt;script&gt;',
      '<<*b*>>',
      'www."><script>alert(1)</script>',
    ])
    .run(({ assert }, text) => {
      const withoutOurs = toHtml(text)
        .replace(/<\/?(strong|em|s|code)>|<br>|<\/a>/g, '')
        .replace(/<a href="[^"<>]*" target="_blank" rel="noopener noreferrer nofollow">/g, '')
      assert.notMatch(withoutOurs, /[<>"']/)
      assert.notMatch(withoutOurs, /&(?!(amp|lt|gt|quot|#39);)/)
    })

  test('escapes once', ({ assert }) => {
    assert.equal(toHtml(`<b> & "x" 'y'`), '&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39;')
    assert.equal(toHtml('&amp;'), '&amp;amp;')
  })

  test('keeps emoji sequences and right-to-left text whole', ({ assert }) => {
    for (const text of ['👩🏽‍💻 👨‍👩‍👧‍👦 🇧🇷 ❤️', 'مرحبا بكم', 'שלום', '\u202Eabc\u202C']) {
      assert.equal(toHtml(text), text)
      assert.equal(toHtml(`*${text}*`), `<strong>${text}</strong>`)
    }
  })

  test('an empty text is an empty text', ({ assert }) => assert.equal(toHtml(''), ''))

  test('4,000 hostile characters take no time: {$self}')
    .with([
      '*',
      '*a ',
      '_*~',
      '*_~a',
      '`',
      '```',
      '(*',
      'https://',
      'a*',
      '*a',
      '\n*',
      '<',
      '*a_b~c ',
    ])
    .run(({ assert }, pattern) => {
      const text = pattern.repeat(Math.ceil(4000 / pattern.length))
      const started = performance.now()
      toHtml(text)
      assert.isBelow(performance.now() - started, 250)
    })
})
