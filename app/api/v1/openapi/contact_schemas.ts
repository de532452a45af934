import { ACCEPTS } from '#contacts/consent'
import { LOCALES } from '#contacts/locales'
import { answer, choice, input, instant, number, orNull, page, text } from '#api/v1/openapi/words'

const name = text('Nome como será escrito nas mensagens.', {
  minLength: 1,
  maxLength: 120,
  examples: ['Ana Exemplo'],
})
const phone = text(
  'Como os brasileiros escrevem (com DDD), ou com `+` para qualquer país. Guardado em E.164.',
  { maxLength: 40, examples: ['(11) 90000-0001'] }
)

const optional = {
  email: orNull(text('E-mail.', { maxLength: 254, examples: ['ana@exemplo.test'] })),
  locale: choice(LOCALES, 'Idioma das mensagens. Padrão: pt-BR.', { examples: ['pt-BR'] }),
  time_zone: orNull(
    text('Fuso IANA da pessoa, para o horário de silêncio.', { examples: ['America/Manaus'] })
  ),
  external_id: orNull(
    text('Código da pessoa no seu sistema; único.', { maxLength: 120, examples: ['ERP-7'] })
  ),
  notes: orNull(text('Anotações internas; a pessoa não as vê.', { maxLength: 5000 })),
}

const accepts = choice(
  ACCEPTS,
  'O que a pessoa aceita receber: tudo, só mensagens sobre as próprias entrevistas, ou nada. Ela mesma muda escrevendo PARAR, BLOQUEAR TUDO ou VOLTAR.',
  { examples: ['everything'] }
)

export const contactSchemas = {
  Contact: answer('Uma pessoa com WhatsApp.', {
    id: number('Identificador.', { examples: [7] }),
    name,
    phone: orNull(text('E.164; `null` depois de anonimizar.', { examples: ['+5511900000001'] })),
    ...optional,
    accepts,
    last_inbound_at: orNull(instant('Última mensagem que a pessoa escreveu.')),
    anonymised_at: orNull(instant('Quando os dados foram apagados a pedido.')),
    created_at: instant('Criação.'),
    updated_at: instant('Última alteração.'),
  }),
  ContactPage: page('Contact'),
  NewContact: input('Um contato novo.', ['name', 'phone'], { name, phone, ...optional }),
  ContactChanges: input('Só o que muda.', [], {
    name,
    phone,
    ...optional,
    accepts,
    accepts_reason: text('Como você sabe; fica no histórico da pessoa.', { maxLength: 500 }),
  }),
}
