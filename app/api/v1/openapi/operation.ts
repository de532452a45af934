import type { Schema } from '#api/v1/openapi/words'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

export interface Parameter {
  name: string
  in: 'query' | 'header' | 'path'
  description: string
  schema: Schema
  required?: boolean
}

/** One line of the contract. Paths are those of the router, below `/api/v1`. */
export interface Operation {
  tag: string
  method: Method
  path: string
  summary: string
  description?: string
  query?: Parameter[]
  /** Name of the schema of the body. */
  body?: string
  /** The body may be left out. */
  bodyIsOptional?: boolean
  /** Status and name of the schema of the good answer; no schema means no content. */
  success: [status: number, schema?: string]
  /** Refusals beyond those every operation shares. */
  refusals?: Record<number, string>
  /** Honours `Prefer: wait=N`. */
  waits?: boolean
  /** Answers with `Location`. */
  creates?: boolean
  /** Needs no credentials. */
  open?: boolean
}

export const query = (name: string, schema: Schema): Parameter => ({
  name,
  in: 'query',
  description: schema.description as string,
  schema,
})
