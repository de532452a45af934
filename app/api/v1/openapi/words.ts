/** A JSON Schema (2020-12) or a part of one. */
export type Schema = Record<string, unknown>

export const text = (description: string, more: Schema = {}): Schema => ({
  type: 'string',
  description,
  ...more,
})

export const number = (description: string, more: Schema = {}): Schema => ({
  type: 'integer',
  description,
  ...more,
})

export const truth = (description: string): Schema => ({ type: 'boolean', description })

export const choice = (values: readonly string[], description: string, more: Schema = {}) =>
  text(description, { enum: [...values], ...more })

/** An instant; always answered in UTC. */
export const instant = (description: string, more: Schema = {}) =>
  text(description, { format: 'date-time', ...more })

export const list = (items: Schema, more: Schema = {}): Schema => ({
  type: 'array',
  items,
  ...more,
})

export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

/** The same, or null. */
export function orNull(schema: Schema): Schema {
  if (!schema.type) return { oneOf: [schema, { type: 'null' }] }
  const values = schema.enum as unknown[] | undefined
  return { ...schema, type: [schema.type, 'null'], ...(values && { enum: [...values, null] }) }
}

/** What we answer: every member is always there, and no other. */
export const answer = (description: string, properties: Record<string, Schema>): Schema => ({
  type: 'object',
  description,
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

/** What we are sent: members without a meaning are ignored. */
export const input = (
  description: string,
  required: string[],
  properties: Record<string, Schema>
): Schema => ({
  type: 'object',
  description,
  properties,
  ...(required.length > 0 && { required }),
})

export const page = (of: string) =>
  answer('Uma página da lista.', {
    data: list(ref(of)),
    next_cursor: orNull(
      text('Envie em `cursor` para a próxima página; `null` na última.', { examples: ['WzUwXQ'] })
    ),
  })
