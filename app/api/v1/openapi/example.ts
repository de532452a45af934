import type { Schema } from '#api/v1/openapi/words'

export type Schemas = Record<string, Schema>

const BY_FORMAT: Record<string, unknown> = { 'date-time': '2026-12-01T17:00:00.000Z' }

/** A value of the schema, for people to read. */
export function exampleOf(schema: Schema, schemas: Schemas): unknown {
  const { $ref: reference, examples, enum: values, oneOf } = schema as Record<string, any>
  if (reference) return exampleOf(schemas[nameOf(reference)], schemas)
  if (examples) return examples[0]
  if (isNullable(schema)) return null
  if (oneOf) return exampleOf(oneOf[0], schemas)
  if (values) return values[0]
  return exampleOfType(schema, schemas)
}

export const nameOf = (reference: string) => reference.split('/').at(-1)!

export const isNullable = ({ type }: Schema) => Array.isArray(type) && type.includes('null')

function exampleOfType(schema: Schema, schemas: Schemas) {
  switch (schema.type) {
    case 'object':
      return exampleOfObject(schema, schemas)
    case 'array':
      return [exampleOf(schema.items as Schema, schemas)]
    case 'integer':
      return 1
    case 'boolean':
      return true
    default:
      return BY_FORMAT[schema.format as string] ?? '…'
  }
}

function exampleOfObject({ properties = {} }: Schema, schemas: Schemas) {
  return Object.fromEntries(
    Object.entries(properties as Schemas).map(([name, one]) => [name, exampleOf(one, schemas)])
  )
}
