import { singleLine, withoutNul } from '#core/text_rules'
import vine from '@vinejs/vine'

const unique = (table: string, column: string, length: number) =>
  vine
    .string()
    .use(withoutNul())
    .use(singleLine())
    .minLength(1)
    .maxLength(length)
    .unique({
      table,
      column,
      caseInsensitive: true,
      filter: (query, _, field) => void query.whereNot('id', field.meta.id ?? 0),
    })

/** `meta.id`: the one being renamed, whose own name is not in the way. */
export const jobOpeningValidator = vine
  .withMetaData<{ id?: number }>()
  .create({ title: unique('job_openings', 'title', 120) })

export const roundValidator = vine
  .withMetaData<{ id?: number }>()
  .create({ name: unique('rounds', 'name', 60) })
