import { Problem } from '#core/problem'
import { isUnavailable } from '#database/errors'
import { errors as bouncerErrors } from '@adonisjs/bouncer'
import { errors as shieldErrors } from '@adonisjs/shield'
import { errors as vineErrors } from '@vinejs/vine'

/** What a person can do about it, for statuses that reach pages and API alike. */
const EXPLANATIONS: Record<number, [code: string, message: string]> = {
  400: ['bad_request', 'A requisição não pôde ser lida. Confira se o JSON está bem formado.'],
  403: ['forbidden', 'Seu papel não permite esta ação. Peça a um administrador.'],
  404: ['not_found', 'Não encontramos o que você procura.'],
  405: ['method_not_allowed', 'Este endereço não aceita este método.'],
  413: ['too_large', 'O conteúdo enviado é grande demais.'],
  415: ['unsupported_media_type', 'Este tipo de conteúdo não é aceito. Envie JSON.'],
  429: ['too_many_requests', 'Muitas tentativas. Espere um pouco e tente de novo.'],
  503: ['unavailable', 'O sistema está ocupado. Nada foi salvo; tente de novo em instantes.'],
}

const UNEXPLAINED = ['internal_error', 'Algo falhou do nosso lado. Já ficou registrado.'] as const

/** Answers in words that are not ours: the simulator refuses as its provider would. */
export const speaksForItself = (error: unknown) =>
  (error as { speaksForItself?: boolean } | null)?.speaksForItself === true

export function problemOfStatus(status: number) {
  const [code, message] = EXPLANATIONS[status] ?? UNEXPLAINED
  return new Problem({ status, code, message })
}

/** A refusal, ours or a package's, in our words. Null for errors that are nobody's decision. */
export function refusalOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error
  if (error instanceof bouncerErrors.E_AUTHORIZATION_FAILURE) return problemOfStatus(403)
  if (error instanceof shieldErrors.E_BAD_CSRF_TOKEN) return expiredPage()
  return null
}

/** Any error as a program is told it. */
export function problemOf(error: unknown): Problem {
  const refusal = refusalOf(error)
  if (refusal) return refusal
  if (error instanceof vineErrors.E_VALIDATION_ERROR) return Problem.invalidFields(error.messages)
  if (isUnavailable(error)) return problemOfStatus(503)
  return problemOfStatus((error as { status?: number } | null)?.status ?? 500)
}

const expiredPage = () =>
  new Problem({
    status: 403,
    code: 'page_expired',
    message:
      'Esta página ficou aberta por muito tempo. Confira o que digitou e envie de novo: nada se perdeu.',
  })
