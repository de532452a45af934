import type User from '#users/models/user'
import { createHash } from 'node:crypto'

type Fields = Record<string, unknown>

/**
 * Names one submission of a form: the same page with the same fields, however often it is sent. Sent again with other
 * fields (somebody went back and changed them) it is another booking.
 */
export function formRequestKey(user: User, { request_key: page, ...fields }: Fields) {
  if (typeof page !== 'string' || page === '') return undefined
  const content = createHash('sha256')
    .update(JSON.stringify([page, fields]))
    .digest('base64url')
  return `form:${user.id}:${content}`
}
