import vine from '@vinejs/vine'
import type { FieldContext } from '@vinejs/vine/types'

/**
 * PostgreSQL cannot store NUL, and no database half of a pair of surrogates; nobody types them. Everything else stays as
 * typed.
 */
export const withoutNul = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
  if (typeof value === 'string') field.mutate(value.replaceAll('\u0000', '').toWellFormed(), field)
})

/** One line: runs of white space, line breaks among them, are one space. */
export const singleLine = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
  if (typeof value === 'string') field.mutate(value.replace(/\s+/g, ' ').trim(), field)
})
