import { commonSchemas } from '#api/v1/openapi/common_schemas'
import { contactSchemas } from '#api/v1/openapi/contact_schemas'
import { conversationSchemas } from '#api/v1/openapi/conversation_schemas'
import { interviewSchemas } from '#api/v1/openapi/interview_schemas'
import { messageSchemas } from '#api/v1/openapi/message_schemas'
import type { Operation, Parameter } from '#api/v1/openapi/operation'
import { operations } from '#api/v1/openapi/operations'
import { senderSchemas } from '#api/v1/openapi/sender_schemas'
import { timelineSchemas } from '#api/v1/openapi/timeline_schemas'
import { ref, type Schema } from '#api/v1/openapi/words'
import { appUrl } from '#config/app'

const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'Uma chave sua (1 a 255 caracteres) por 24 horas: repetida, a mesma resposta volta com `Idempotency-Replayed: true` e nada acontece de novo.',
  schema: { type: 'string', maxLength: 255 },
}

const PREFER: Parameter = {
  name: 'Prefer',
  in: 'header',
  description: '`wait=N` (1 a 30): espera até N segundos pelo destino da mensagem (RFC 7240).',
  schema: { type: 'string', examples: ['wait=10'] },
}

const ID: Parameter = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'Identificador.',
  schema: { type: 'integer' },
}

const header = (description: string) => ({ description, schema: { type: 'string' } })

/** The whole contract, OpenAPI 3.1. */
export function openapiDocument() {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Convoca',
      version: '1.0.0',
      description: 'Marca entrevistas e avisa os candidatos no WhatsApp.',
    },
    servers: [{ url: `${appUrl}/api/v1` }],
    security: [{ token: [] }, { password: [] }],
    paths: paths(),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        password: { type: 'http', scheme: 'basic' },
      },
      schemas: {
        ...commonSchemas,
        ...contactSchemas,
        ...interviewSchemas,
        ...timelineSchemas,
        ...messageSchemas,
        ...senderSchemas,
        ...conversationSchemas,
      } as Record<string, Schema>,
    },
  }
}

function paths() {
  const found: Record<string, Record<string, object>> = {}
  for (const operation of operations) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}')
    found[path] = { ...found[path], [operation.method]: described(operation) }
  }
  return found
}

function described(operation: Operation) {
  const { tag, summary, description, body, bodyIsOptional, open } = operation
  return {
    tags: [tag],
    summary,
    ...(description && { description }),
    operationId: operationId(operation),
    ...(open && { security: [] }),
    parameters: parameters(operation),
    ...(body && { requestBody: { required: !bodyIsOptional, content: json(body) } }),
    responses: responses(operation),
  }
}

const operationId = ({ method, path }: Operation) =>
  [method, ...path.split('/').filter(Boolean)].join('_').replaceAll(':', '')

function parameters({ method, path, query = [], waits, open }: Operation): Parameter[] {
  return [
    ...(path.includes(':id') ? [ID] : []),
    ...query,
    ...(method === 'post' && !open ? [IDEMPOTENCY_KEY] : []),
    ...(waits ? [PREFER] : []),
  ]
}

function responses(operation: Operation) {
  const [status, schema] = operation.success
  const headers = answerHeaders(operation)
  return {
    [status]: {
      description: schema ? 'Feito.' : 'Feito; sem conteúdo.',
      ...(Object.keys(headers).length > 0 && { headers }),
      ...(schema && { content: json(schema) }),
    },
    ...Object.fromEntries(
      Object.entries(refusals(operation)).map(([code, description]) => [code, problem(description)])
    ),
  }
}

function answerHeaders({ method, open, waits, creates }: Operation) {
  return {
    ...(creates && { Location: header('Endereço do que foi criado.') }),
    ...(method === 'post' &&
      !open && { 'Idempotency-Replayed': header('`true` quando a resposta é uma repetição.') }),
    ...(waits && { 'Preference-Applied': header('A espera que foi aplicada.') }),
  }
}

function refusals(operation: Operation): Record<string, string | undefined> {
  const { method, path, query, body, open, tag, refusals: own } = operation
  const isKept = method === 'post' && !open
  return {
    ...(body && { 400: 'O JSON não pôde ser lido.' }),
    ...(!open && { 401: 'Credenciais ausentes ou inválidas.' }),
    ...(!open && { 429: 'Com Basic: senhas erradas demais; veja `Retry-After`.' }),
    ...(tag !== 'Tokens' && { 403: 'O papel da conta não permite.' }),
    ...(path.includes(':id') && { 404: 'Não existe.' }),
    ...(isKept && {
      409: 'A primeira requisição com esta `Idempotency-Key` ainda está em andamento.',
    }),
    ...((body || query || isKept) && { 422: 'Algo enviado não pode ser aceito; veja `errors`.' }),
    ...own,
  }
}

const json = (schema: string) => ({ 'application/json': { schema: ref(schema) } })

const problem = (description?: string) => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
})
