import { query } from '#api/v1/openapi/operation'
import { number, text } from '#api/v1/openapi/words'

/** Of every list. */
export const paging = [
  query('limit', number('Quantos por página. Padrão: 50.', { minimum: 1, maximum: 200 })),
  query('cursor', text('`next_cursor` da página anterior.')),
]
