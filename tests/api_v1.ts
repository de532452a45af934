import { openapiDocument } from '#api/v1/openapi/document'
import { appUrl } from '#config/app'
import { aUser } from '#tests/scene'
import User from '#users/models/user'
import Ajv from 'ajv'

const document = openapiDocument()
const contract = new Ajv({ unknownFormats: ['password'], allErrors: true })
contract.addSchema(document, 'contract')

export interface Answer {
  status: number
  body: any
  headers: Headers
}

interface Options {
  body?: unknown
  headers?: Record<string, string>
  /** An answer of 5xx is expected; the contract speaks of none. */
  failing?: boolean
}

/** Calls the API as somebody, and holds every answer against the OpenAPI document. */
export class Api {
  constructor(private readonly authorization?: string) {}

  get = (path: string, options?: Options) => this.call('GET', path, options)
  post = (path: string, body?: unknown, headers?: Record<string, string>) =>
    this.call('POST', path, { body, headers })
  patch = (path: string, body?: unknown, headers?: Record<string, string>) =>
    this.call('PATCH', path, { body, headers })
  delete = (path: string) => this.call('DELETE', path)

  async call(
    method: string,
    path: string,
    { body, headers = {}, failing }: Options = {}
  ): Promise<Answer> {
    const isText = typeof body === 'string'
    const response = await fetch(`${appUrl}/api/v1${path}`, {
      method,
      headers: {
        ...(this.authorization && { authorization: this.authorization }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const answer = {
      status: response.status,
      headers: response.headers,
      body: text === '' ? null : JSON.parse(text),
    }
    if (!failing) mustKeepContract(method, path, answer)
    return answer
  }
}

/** The API as seen by a new account of that role. */
export async function apiAs(role: 'admin' | 'recruiter' | 'agent' = 'recruiter') {
  const user = (await User.findBy({ role })) ?? (await aUser(role))
  const token = await User.accessTokens.create(user)
  return new Api(`Bearer ${token.value!.release()}`)
}

export const basic = (email: string, password: string) =>
  new Api(`Basic ${Buffer.from(`${email}:${password}`).toString('base64')}`)

/** The documented operation that answers at this address. */
function operationAt(method: string, path: string): any {
  const [address] = path.split('?')
  for (const [template, methods] of Object.entries<any>(document.paths)) {
    const pattern = new RegExp(`^${template.replace(/\{\w+\}/g, '\\d+')}$`)
    const operation = pattern.test(address) && methods[method.toLowerCase()]
    if (operation) return operation
  }
  return null
}

function mustKeepContract(method: string, path: string, { status, body, headers }: Answer) {
  const operation = operationAt(method, path)
  if (!operation) return
  const promised = operation.responses[status]
  const what = `${method} ${path} → ${status}`
  if (!promised) throw new Error(`${what} is not documented: ${JSON.stringify(body)}`)
  if (!promised.content) return void (body !== null && fail(what, 'a body'))

  const [type] = Object.keys(promised.content)
  if (!headers.get('content-type')?.startsWith(type)) fail(what, headers.get('content-type'))
  const { $ref: reference } = promised.content[type].schema
  const isKept = contract.validate({ $ref: `contract${reference}` }, body)
  if (!isKept) fail(what, contract.errorsText())
}

function fail(what: string, why: unknown): never {
  throw new Error(`${what} breaks the contract: ${why}`)
}
