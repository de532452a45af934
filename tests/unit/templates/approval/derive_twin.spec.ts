import { test } from '@japa/runner'
import { LOCALES } from '#contacts/locales'
import { defaultText } from '#templates/default_texts'
import { deriveTwin, type DerivedTwin } from '#templates/approval/derive_twin'
import { fillTwin } from '#templates/approval/fill_twin'
import { PREVIEW_SCENES, sceneValues } from '#templates/preview_scenes'
import { TEMPLATE_KEYS } from '#templates/template_catalogue'
import { TextFault } from '#templates/text_fault'

const COMPANY = { company_name: 'Empresa Exemplo', signature: 'Equipe de RH' }

const derive = (text: string) => deriveTwin(text, 'pt-BR', COMPANY)
const twinOf = (text: string) => derive(text) as DerivedTwin
const faultOf = (text: string) => String(derive(text))
const namesOf = ({ variables }: DerivedTwin) => variables.map(({ name }) => name)

test.group('The approved twin of the texts we ship', () => {
  test('keeps what is fixed and numbers what is not', ({ assert }) => {
    const twin = twinOf(defaultText('interview_scheduled', 'pt-BR'))
    assert.equal(
      twin.body,
      `🎯 *Entrevista agendada | Empresa Exemplo*

Olá, {{1}}!

Sua entrevista foi agendada com sucesso. Estes são os detalhes:

• *Título:* {{2}}
• *Tipo:* {{3}}
• *Data:* {{4}}
• *Horário:* {{5}}
• *Duração:* {{6}}
• {{7}}

Boa sorte!

*Equipe de RH*`
    )
    assert.deepEqual(namesOf(twin), [
      'candidate_name',
      'title',
      'type_label',
      'date',
      'time_zone_label+time',
      'duration',
      'meeting_url+location+description+onsite',
    ])
    assert.deepEqual(twin.buttons, [
      { id: 'confirm', title: 'Confirmar' },
      { id: 'move', title: 'Remarcar' },
      { id: 'cancel', title: 'Cancelar' },
    ])
  })

  for (const locale of LOCALES) {
    for (const key of TEMPLATE_KEYS) {
      const derived = () => deriveTwin(defaultText(key, locale), locale, COMPANY) as DerivedTwin

      test(`${key} in ${locale} keeps WhatsApp's rules`, ({ assert }) => {
        assert.notInstanceOf(derived(), TextFault)
        const { body, variables } = derived()
        assert.isAtMost(body.length, 1024)
        assert.notMatch(body, /^[\s*_~]*\{\{|\}\}[\s*_~]*$|\}\}\s*\{\{|@if|@end/)
        const numbers = [...body.matchAll(/\{\{(\d+)\}\}/g)].map(([, number]) => Number(number))
        assert.deepEqual(
          numbers,
          variables.map((_, index) => index + 1)
        )
      })

      test(`${key} in ${locale} is never filled with what a variable may not be`, ({ assert }) => {
        for (const scene of PREVIEW_SCENES) {
          const { body, variables } = fillTwin(derived(), {
            ...sceneValues(scene, locale),
            description: 'Traga\tum documento.\r\n\r\nProcure     a recepção.',
          })
          for (const value of variables) {
            assert.notEqual(value, '')
            assert.notMatch(value, /[\n\r\t]| {2}/)
          }
          assert.notMatch(body, /[{}]/)
          assert.isAtMost(body.length, 1024)
        }
      })
    }

    test(`only the cancelled interview and the team's message ask for no answer in ${locale}`, ({
      assert,
    }) => {
      const without = TEMPLATE_KEYS.filter((key) => {
        const twin = deriveTwin(defaultText(key, locale), locale, COMPANY) as DerivedTwin
        return twin.buttons.length === 0
      })
      assert.deepEqual(without, ['interview_cancelled', 'team_message'])
    })
  }
})

test.group('What depends on the interview', () => {
  const fill = (text: string, values: object) => fillTwin(twinOf(text), values).body

  test('is one variable, its lines joined, a dash when none is left', ({ assert }) => {
    const text = `Detalhes:
@if(meeting_url)
• *Link:* {{ meeting_url }}
@end
@if(location)
• *Local:* {{ location }}
@end

@if(description)
*Informações:*
{{ description }}
@end
Até lá!`
    assert.equal(twinOf(text).body, 'Detalhes:\n• {{1}}\nAté lá!')
    const all = { meeting_url: 'https://video.example', location: 'Rua A', description: 'a\n\nb' }
    assert.equal(
      fill(text, all),
      'Detalhes:\n• *Link:* https://video.example · *Local:* Rua A · *Informações:* a · b\nAté lá!'
    )
    assert.equal(fill(text, { location: 'Rua A' }), 'Detalhes:\n• *Local:* Rua A\nAté lá!')
    assert.equal(fill(text, {}), 'Detalhes:\n• —\nAté lá!')
  })

  test('keeps a label that all its lines share before the variable', ({ assert }) => {
    const text = `Oi:
@if(time_zone_label)
• *Horário:* {{ time }} ({{ time_zone_label }})
@else
• *Horário:* {{ time }}
@end
Fim`
    assert.equal(twinOf(text).body, 'Oi:\n• *Horário:* {{1}}\nFim')
    assert.equal(fill(text, { time: '14:00' }), 'Oi:\n• *Horário:* 14:00\nFim')
    assert.equal(
      fill(text, { time: '14:00', time_zone_label: 'hora de Manaus' }),
      'Oi:\n• *Horário:* 14:00 (hora de Manaus)\nFim'
    )
  })

  test('is what the condition says, also one within another', ({ assert }) => {
    const text = `Oi:
@if(onsite)
@if(location)
Venha a {{ location }}.
@else
Avisaremos o local.
@end
@end
Fim`
    assert.equal(
      fill(text, { onsite: 'sim', location: 'São Paulo' }),
      'Oi:\nVenha a São Paulo.\nFim'
    )
    assert.equal(fill(text, { onsite: 'sim' }), 'Oi:\nAvisaremos o local.\nFim')
    assert.equal(fill(text, {}), 'Oi:\n—\nFim')
  })

  test('what is absent outside any condition is a dash, too', ({ assert }) => {
    assert.equal(fill('Vaga: {{ job_title }}.', {}), 'Vaga: —.')
  })

  test('a value is text: what looks like a number or a command stays as it is', ({ assert }) => {
    const said = fill('Vaga: {{ job_title }} e {{ title }}.', {
      job_title: '{{2}} $&',
      title: '@if(x)',
    })
    assert.equal(said, 'Vaga: {{2}} $& e @if(x).')
  })

  test('a long description gives way to the rest, as in the text itself', ({ assert }) => {
    const description = 'palavra '.repeat(300)
    const { body, variables } = fillTwin(twinOf(defaultText('interview_scheduled', 'pt-BR')), {
      ...sceneValues('onsite', 'pt-BR'),
      description,
    })
    assert.isAtMost(body.length, 1024)
    assert.isAbove(body.length, 1000)
    assert.include(variables.at(-1), 'palavra… · Pedimos que chegue')
  })

  test('any other value too long is cut so that the rest is said', ({ assert }) => {
    const { body } = fillTwin(twinOf('Local: {{ location }}. Até lá, {{ candidate_name }}!'), {
      location: 'rua '.repeat(400),
      candidate_name: 'Ana',
    })
    assert.equal(body.length <= 1024, true)
    assert.isTrue(body.endsWith('…. Até lá, Ana!'))
  })
})

test.group('A text without an approved twin', () => {
  const REFUSED: [what: string, text: string, line: number, reason: string][] = [
    ['begins with a field', '*{{ title }}* amanhã.', 1, 'não pode começar com um campo'],
    ['begins with a condition', '@if(title)\nOi\n@end\nFim.', 1, 'não pode começar com um campo'],
    ['ends with a field', 'Oi.\n\n_{{ title }}_', 3, 'não pode terminar com um campo'],
    ['ends with a condition', 'Oi.\n@if(title)\nFim.\n@end', 2, 'não pode terminar com um campo'],
    ['has two fields in a row', 'Oi, {{ date }} {{ time }}.', 1, 'dois campos seguidos'],
    ['has one field under another', 'Oi, {{ date }}\n{{ time }}.', 2, 'dois campos seguidos'],
    ['has a condition after a field', 'Oi, {{ date }}\n@if(onsite)\nx\n@end\nFim.', 2, 'seguidos'],
    ['is too long', `Oi\n${'x'.repeat(1030)}`, 1, 'o máximo é 1024'],
    ['has options within a line', 'Oi\n{{ answer_options }} Até.', 2, 'são botões'],
    [
      'has options that depend on something',
      'Oi\n@if(onsite)\n{{ answer_options }}\n@end\nFim',
      2,
      'são botões',
    ],
  ]
  for (const [what, text, line, reason] of REFUSED) {
    test(`one that ${what} says on which line, and why`, ({ assert }) => {
      assert.match(faultOf(text), new RegExp(`^Linha ${line}: .*${reason}`))
    })
  }

  test('a full stop or a word is enough to part two fields and to end on one', ({ assert }) => {
    assert.equal(twinOf('Oi, {{ date }} às {{ time }}.').body, 'Oi, {{1}} às {{2}}.')
  })

  test('braces in the name of the company are no variable', ({ assert }) => {
    const company = { ...COMPANY, company_name: 'A {{9}} B' }
    const fault = deriveTwin('Oi da {{ company_name }}, {{ title }}.', 'pt-BR', company)
    assert.instanceOf(fault, TextFault)
  })
})
