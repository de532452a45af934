import { rowId } from '#core/row_id'
import { singleLine, withoutNul } from '#core/text_rules'
import vine from '@vinejs/vine'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'

const MOST_MEMBERS = 200

const active = (query: DatabaseQueryBuilderContract) => void query.whereNull('deactivated_at')

/** `meta.id`: the one being changed, whose own name is not in the way. */
export const teamValidator = vine.withMetaData<{ id?: number }>().create({
  name: vine
    .string()
    .use(withoutNul())
    .use(singleLine())
    .minLength(1)
    .maxLength(60)
    .unique({
      table: 'teams',
      column: 'name',
      caseInsensitive: true,
      filter: (query, _, field) => void query.whereNot('id', field.meta.id ?? 0),
    }),
  members: vine
    .array(rowId().exists({ table: 'users', column: 'id', filter: active }))
    .maxLength(MOST_MEMBERS)
    .optional(),
})

/** Empty: no team's. */
export const teamChoiceValidator = vine.create({
  team_id: rowId().exists({ table: 'teams', column: 'id' }).nullable(),
})
