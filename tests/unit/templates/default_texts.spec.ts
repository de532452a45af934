import { test } from '@japa/runner'
import { defaultText } from '#templates/default_texts'
import { LOCALES } from '#contacts/locales'
import { MessageText } from '#templates/message_text'
import type { TemplateValues } from '#templates/placeholders'
import {
  INTERVIEW_KEYS,
  TEMPLATE_KEYS,
  TEMPLATES,
  type TemplateKey,
} from '#templates/template_catalogue'
import { TextFault } from '#templates/text_fault'

const ONSITE: TemplateValues = {
  company_name: 'Empresa Exemplo',
  signature: 'Equipe de RH',
  candidate_name: 'Ana Exemplo',
  candidate_first_name: 'Ana',
  title: 'Entrevista Técnica',
  type_label: 'Presencial',
  onsite: 'sim',
  date: 'terça-feira, 1º de dezembro de 2026',
  time: '14:00',
  time_zone_label: 'horário de Manaus',
  duration: '1 hora',
  location: 'Rua Exemplo, 100',
  description: 'Traga um documento.\n\nProcure a recepção.',
  previous_date: 'segunda-feira, 30 de novembro de 2026',
  previous_time: '10:00',
  day_phrase: 'amanhã',
  answer_options: 'Responda *1*, *2* ou *3*.',
  message_text: 'Pode enviar seu portfólio?',
}

const PHONE: TemplateValues = {
  ...ONSITE,
  type_label: 'Por telefone',
  onsite: '',
  time_zone_label: '',
  location: '',
  description: '',
}

const VIDEO: TemplateValues = {
  ...PHONE,
  type_label: 'Por vídeo',
  meeting_url: 'https://video.example/ana?a=1&b="2"',
}

const render = (key: TemplateKey, values: TemplateValues, locale: (typeof LOCALES)[number]) =>
  (MessageText.parse(defaultText(key, locale), TEMPLATES[key].placeholders) as MessageText).render(
    values
  )

const inPortuguese = (key: TemplateKey, values: TemplateValues) => render(key, values, 'pt-BR')

test.group('The texts in Portuguese', () => {
  test('an interview on site is announced with everything there is to know', ({ assert }) => {
    assert.equal(
      inPortuguese('interview_scheduled', ONSITE),
      `🎯 *Entrevista agendada | Empresa Exemplo*

Olá, Ana Exemplo!

Sua entrevista foi agendada com sucesso. Estes são os detalhes:

• *Título:* Entrevista Técnica
• *Tipo:* Presencial
• *Data:* terça-feira, 1º de dezembro de 2026
• *Horário:* 14:00 (horário de Manaus)
• *Duração:* 1 hora
• *Local:* Rua Exemplo, 100

*Informações adicionais:*
Traga um documento.

Procure a recepção.

Pedimos que chegue com 10 minutos de antecedência.

Boa sorte!

Responda *1*, *2* ou *3*.

*Equipe de RH*`
    )
  })

  test('an interview by telephone leaves no gap where there is nothing to say', ({ assert }) => {
    assert.equal(
      inPortuguese('interview_scheduled', PHONE),
      `🎯 *Entrevista agendada | Empresa Exemplo*

Olá, Ana Exemplo!

Sua entrevista foi agendada com sucesso. Estes são os detalhes:

• *Título:* Entrevista Técnica
• *Tipo:* Por telefone
• *Data:* terça-feira, 1º de dezembro de 2026
• *Horário:* 14:00
• *Duração:* 1 hora

Boa sorte!

Responda *1*, *2* ou *3*.

*Equipe de RH*`
    )
  })

  test('an interview by video comes with its link, as it is', ({ assert }) => {
    const message = inPortuguese('interview_scheduled', VIDEO)
    assert.include(message, '• *Link:* https://video.example/ana?a=1&b="2"\n\nBoa sorte!')
    assert.notInclude(message, 'antecedência')
    assert.notInclude(message, 'Local')
  })

  test('a rescheduled interview tells the new date and the old one', ({ assert }) => {
    assert.equal(
      inPortuguese('interview_rescheduled', PHONE),
      `🔄 *Entrevista remarcada | Empresa Exemplo*

Olá, Ana Exemplo!

Sua entrevista foi remarcada. Confira como ficou:

• *Título:* Entrevista Técnica
• *Tipo:* Por telefone
• *Data:* terça-feira, 1º de dezembro de 2026
• *Horário:* 14:00
• *Duração:* 1 hora

Antes: segunda-feira, 30 de novembro de 2026, às 10:00.

Agradecemos a compreensão!

Responda *1*, *2* ou *3*.

*Equipe de RH*`
    )
  })

  test('changed details come with the assurance that the date has not moved', ({ assert }) => {
    assert.equal(
      inPortuguese('interview_updated', VIDEO),
      `✏️ *Entrevista atualizada | Empresa Exemplo*

Olá, Ana Exemplo!

Mudamos alguns detalhes da sua entrevista, mas a data e o horário continuam os mesmos. Confira como ficou:

• *Título:* Entrevista Técnica
• *Tipo:* Por vídeo
• *Data:* terça-feira, 1º de dezembro de 2026
• *Horário:* 14:00
• *Duração:* 1 hora
• *Link:* https://video.example/ana?a=1&b="2"

Se tiver alguma dúvida, é só responder a esta mensagem.

Responda *1*, *2* ou *3*.

*Equipe de RH*`
    )
  })

  test('a cancelled interview is named, and HR will be in touch', ({ assert }) => {
    assert.equal(
      inPortuguese('interview_cancelled', ONSITE),
      `❌ *Entrevista cancelada | Empresa Exemplo*

Olá, Ana Exemplo!

Infelizmente, esta entrevista precisou ser cancelada:

• *Título:* Entrevista Técnica
• *Data:* terça-feira, 1º de dezembro de 2026
• *Horário:* 14:00 (horário de Manaus)

O RH vai entrar em contato com você para combinar uma nova data. Pedimos desculpas pelo transtorno.

*Equipe de RH*`
    )
  })

  test('the reminder says when, where and what to do when one cannot come', ({ assert }) => {
    assert.equal(
      inPortuguese('interview_reminder', { ...ONSITE, time_zone_label: '' }),
      `⏰ *Lembrete de entrevista | Empresa Exemplo*

Olá, Ana Exemplo!

Passando para lembrar que você tem uma entrevista com a gente amanhã:

• *Título:* Entrevista Técnica
• *Tipo:* Presencial
• *Data:* terça-feira, 1º de dezembro de 2026
• *Horário:* 14:00
• *Duração:* 1 hora
• *Local:* Rua Exemplo, 100

Pedimos que chegue com 10 minutos de antecedência.

Responda *1*, *2* ou *3*.

*Equipe de RH*`
    )
  })
})

test.group('The texts in every language', () => {
  for (const locale of LOCALES) {
    for (const key of TEMPLATE_KEYS) {
      test(`${key} in ${locale} says only what it may`, ({ assert }) => {
        const text = MessageText.parse(defaultText(key, locale), TEMPLATES[key].placeholders)
        assert.notInstanceOf(text, TextFault)
      })

      test(`${key} in ${locale} is tidy whatever is absent`, ({ assert }) => {
        for (const values of [ONSITE, VIDEO, PHONE]) {
          const message = render(key, values, locale)
          assert.notMatch(
            message.replace(ONSITE.description!, 'x'),
            /\n{3}|^\s|\s$|[ \t]\n|undefined|null|[{}@]/
          )
        }
      })

      test(`${key} in ${locale} greets by name, names the company and is signed`, ({ assert }) => {
        const message = render(key, ONSITE, locale)
        for (const value of ['Ana Exemplo!', 'Empresa Exemplo*']) assert.include(message, value)
        assert.isTrue(message.endsWith('\n\n*Equipe de RH*'))
      })
    }

    for (const key of INTERVIEW_KEYS) {
      test(`${key} in ${locale} names the interview and its time`, ({ assert }) => {
        const message = render(key, ONSITE, locale)
        for (const value of ['Entrevista Técnica', '14:00']) assert.include(message, value)
      })
    }
  }
})
