import { openapiDocument } from '#api/v1/openapi/document'
import { exampleOf, isNullable, nameOf, type Schemas } from '#api/v1/openapi/example'
import type { Schema } from '#api/v1/openapi/words'
import string from '@adonisjs/core/helpers/string'

type Document = ReturnType<typeof openapiDocument>

/** The bodies of the examples: what one would really send. */
const BODIES: Record<string, unknown> = {
  Booking: {
    candidate: { name: 'Ana Exemplo', phone: '(11) 90000-0001', external_id: 'ERP-7' },
    title: 'Entrevista técnica',
    interview_type: 'onsite',
    scheduled_date: '2026-12-01',
    scheduled_time: '14:00',
    location: 'Rua do Exemplo, 100',
  },
  InterviewChanges: { starts_at: '2026-12-02T10:00:00-03:00' },
  ContactChanges: { phone: '(11) 90000-0002' },
  NewSender: {
    provider: 'twilio',
    label: 'Recrutamento',
    settings: { from: '+551140000000', account_sid: 'AC…', auth_token: '…' },
  },
  SenderChanges: { label: 'Recrutamento', messages_per_second: 40 },
  NewContact: { name: 'Ana Exemplo', phone: '(11) 90000-0001' },
  Batch: {
    interviews: [
      {
        candidate_id: 7,
        title: 'Entrevista técnica',
        interview_type: 'video',
        starts_at: '2026-12-01T14:00:00-03:00',
      },
    ],
  },
}

/** What the page at `/api/docs` shows: the operations by subject, and the schemas they name. */
export function documentationPage() {
  const document = openapiDocument()
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => operation(method, path, one, document))
  )
  return {
    title: 'API',
    server: document.servers[0].url,
    groups: [...Map.groupBy(operations, ({ tag }) => tag)].map(([tag, of]) => ({ tag, of })),
    schemas: Object.entries(document.components.schemas).map(([name, schema]) => ({
      name,
      description: marked(schema.description),
      fields: fields(schema),
    })),
  }
}

function operation(method: string, path: string, one: any, document: Document) {
  const body = one.requestBody && nameOf(one.requestBody.content['application/json'].schema.$ref)
  return {
    id: one.operationId,
    tag: one.tags[0],
    method: method.toUpperCase(),
    path,
    summary: one.summary,
    description: marked(one.description),
    parameters: one.parameters.map((each: any) => ({
      ...each,
      description: marked(each.description),
      type: typeOf(each.schema),
    })),
    body,
    answers: Object.entries<any>(one.responses).map(([status, answer]) =>
      described(status, answer, document.components.schemas)
    ),
    curl: curl(method, path, body, one, document),
  }
}

function described(status: string, { description, content }: any, schemas: Schemas) {
  const reference = content?.['application/json']?.schema.$ref
  return {
    status,
    description: marked(description),
    schema: reference && nameOf(reference),
    example: reference && JSON.stringify(exampleOf({ $ref: reference }, schemas), null, 2),
  }
}

function curl(method: string, path: string, body: string | undefined, one: any, doc: Document) {
  const url = doc.servers[0].url + path.replace('{id}', '1')
  const sent =
    body && (BODIES[body] ?? exampleOf(doc.components.schemas[body], doc.components.schemas))
  return [
    `curl -X ${method.toUpperCase()} ${url}`,
    !one.security && `-H 'Authorization: Bearer TOKEN'`,
    sent && `-H 'Content-Type: application/json'`,
    sent && `-d '${JSON.stringify(sent, null, 2)}'`,
  ]
    .filter(Boolean)
    .join(' \\\n  ')
}

function fields({ properties = {}, required = [] }: Schema) {
  return Object.entries(properties as Schemas).map(([name, schema]) => ({
    name,
    type: typeOf(schema),
    description: marked(schema.description),
    required: (required as string[]).includes(name),
  }))
}

/** HTML of a description: what stands between backticks is code. */
const marked = (text: unknown) =>
  string.escapeHTML(String(text ?? '')).replace(/`([^`]*)`/g, '<code>$1</code>')

/** `texto`, `número ou nulo`, `lista de Interview`… */
function typeOf(schema: Schema): string {
  const { $ref: reference, type, items, enum: values, oneOf } = schema as any
  if (reference) return nameOf(reference)
  if (oneOf) return oneOf.map(typeOf).join(' ou ')
  if (isNullable(schema)) return `${typeOf({ ...schema, ...bare(schema) })} ou nulo`
  if (values) return values.join(' | ')
  if (type === 'array') return `lista de ${typeOf(items)}`
  return TYPES[type] ?? 'qualquer valor'
}

function bare({ type, enum: values }: Schema) {
  const kinds = (type as string[]).filter((one) => one !== 'null')
  const choices = (values as unknown[] | undefined)?.filter((one) => one !== null)
  return { type: kinds[0], ...(choices && { enum: choices }) }
}

const TYPES: Record<string, string> = {
  string: 'texto',
  integer: 'número',
  boolean: 'verdadeiro ou falso',
  object: 'objeto',
  null: 'nulo',
}
