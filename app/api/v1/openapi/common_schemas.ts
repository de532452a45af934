import { answer, input, instant, list, number, orNull, text } from '#api/v1/openapi/words'

export const commonSchemas = {
  NewToken: input('As credenciais de uma conta.', ['email', 'password'], {
    email: text('E-mail.', { maxLength: 254, examples: ['erp@exemplo.test'] }),
    password: text('Senha.', { format: 'password' }),
    name: text('Para reconhecer o token na lista.', { maxLength: 120, examples: ['ERP'] }),
  }),
  Token: answer('Guarde-o: não é mostrado de novo.', {
    token: text('Envie em `Authorization: Bearer`.', { examples: ['cvc_…'] }),
    expires_at: orNull(instant('Até quando vale.')),
  }),
  Problem: {
    type: 'object',
    description: 'O que está errado e o que fazer (RFC 9457). Pode trazer outros membros.',
    properties: {
      type: text('Nome estável do problema.', { examples: ['/problems/validation_failed'] }),
      title: text('Nome curto.'),
      status: number('Status HTTP.'),
      detail: text('Explicação em português.'),
      errors: list(
        answer('Um campo.', {
          field: text('Campo, com pontos para chegar aos de dentro.', {
            examples: ['candidate.phone'],
          }),
          rule: text('Regra que falhou.', { examples: ['phone.missing_ddd'] }),
          message: text('Explicação em português.'),
        })
      ),
    },
    required: ['type', 'title', 'status', 'detail'],
  },
}
