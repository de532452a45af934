import { Problem, type FieldError } from '#core/problem'
import { errors as bouncerErrors } from '@adonisjs/bouncer'
import { errors as shieldErrors } from '@adonisjs/shield'
import app from '@adonisjs/core/services/app'
import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import type { StatusPageRange, StatusPageRenderer } from '@adonisjs/core/types/http'

type HttpError = Parameters<ExceptionHandler['renderError']>[0]

/** What a person can do about it, for statuses that reach pages and API alike. */
const EXPLANATIONS: Record<number, [code: string, message: string]> = {
  400: ['bad_request', 'A requisição não pôde ser lida. Confira se o JSON está bem formado.'],
  403: ['forbidden', 'Seu papel não permite esta ação. Peça a um administrador.'],
  404: ['not_found', 'Não encontramos o que você procura.'],
  405: ['method_not_allowed', 'Este endereço não aceita este método.'],
  413: ['too_large', 'O conteúdo enviado é grande demais.'],
  429: ['too_many_requests', 'Muitas tentativas. Espere um pouco e tente de novo.'],
  503: ['unavailable', 'O sistema está ocupado. Nada foi salvo; tente de novo em instantes.'],
}

/** What was typed goes back to the form, but for these. */
const NEVER_RETURNED = ['_csrf', '_method', 'password', 'password_confirmation', 'current_password']

const BUSY_CODES = new Set(['SQLITE_BUSY', 'SQLITE_LOCKED', '40001', '40P01', '57P03'])

export default class ConvocaExceptionHandler extends ExceptionHandler {
  protected debug = !app.inProduction
  protected renderStatusPages = true
  protected ignoreCodes = ['E_ROUTE_NOT_FOUND', 'E_ROW_NOT_FOUND']

  protected statusPages: Record<StatusPageRange, StatusPageRenderer> = {
    '403': (_, { view }) => view.render('errors/show', { status: 403, ...this.#texts(403) }),
    '404': (_, { view }) => view.render('errors/show', { status: 404, ...this.#texts(404) }),
    '500..599': (error, { view }) =>
      view.render('errors/show', { status: error.status, ...this.#texts(error.status) }),
  }

  async handle(error: unknown, ctx: HttpContext) {
    if (this.#isBusy(error)) (error as HttpError).status = 503
    const problem = this.#asProblem(error)
    if (!problem) return super.handle(error, ctx)
    if (this.#wantsJson(ctx)) return super.handle(problem, ctx)
    return ctx.request.method() === 'GET' ? this.#show(problem, ctx) : this.#flash(problem, ctx)
  }

  /** Refusals of packages, in our words. */
  #asProblem(error: unknown) {
    if (error instanceof Problem) return error
    if (error instanceof bouncerErrors.E_AUTHORIZATION_FAILURE) return this.#problemOf(403)
    if (error instanceof shieldErrors.E_BAD_CSRF_TOKEN) return expiredPage()
    return null
  }

  #problemOf(status: number) {
    return new Problem({ status, ...this.#texts(status) })
  }

  async #show({ status, message }: Problem, { response, view }: HttpContext) {
    return response.status(status).send(await view.render('errors/show', { status, message }))
  }

  async renderErrorAsJSON(error: HttpError, ctx: HttpContext) {
    const { code, message } = error instanceof Problem ? error : this.#texts(error.status)
    return this.#problem(ctx, error.status, code!, message, {
      ...(error instanceof Problem && error.extensions),
      ...(error instanceof Problem && error.errors.length > 0 && { errors: error.errors }),
    })
  }

  async renderValidationErrorAsHTML(error: HttpError, ctx: HttpContext) {
    if (!ctx.session) return super.renderValidationErrorAsHTML(error, ctx)
    ctx.session.flashValidationErrors(error as never, false)
    ctx.session.flashExcept(NEVER_RETURNED)
    ctx.response.redirect().back()
  }

  async renderValidationErrorAsJSON(error: HttpError, ctx: HttpContext) {
    const errors: FieldError[] = error.messages.map((one: FieldError) => ({
      field: one.field,
      rule: one.rule,
      message: one.message,
    }))
    const message = 'Confira os campos indicados; nada foi salvo.'
    return this.#problem(ctx, 422, 'validation_failed', message, { errors })
  }

  #problem(ctx: HttpContext, status: number, code: string, detail: string, members: object) {
    const type = `/problems/${code}`
    ctx.response
      .status(status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify({ type, title: code.replaceAll('_', ' '), status, detail, ...members }))
  }

  /** Back to the form, with everything typed still there. */
  #flash(problem: Problem, { session, response }: HttpContext) {
    if (!session) return response.status(problem.status).send(problem.message)
    session.flashExcept(NEVER_RETURNED)
    session.flashErrors({ [problem.code!]: problem.message })
    session.flash('extensions', problem.extensions)
    session.flash(
      'inputErrorsBag',
      Object.fromEntries(problem.errors.map(({ field, message }) => [field, [message]]))
    )
    return response.redirect().withQs().back()
  }

  #wantsJson({ request }: HttpContext) {
    return request.accepts(['html', 'json']) === 'json'
  }

  #texts(status: number) {
    const fallback = ['internal_error', 'Algo falhou do nosso lado. Já ficou registrado.'] as const
    const [code, message] = EXPLANATIONS[status] ?? fallback
    return { code, message }
  }

  #isBusy(error: unknown) {
    return BUSY_CODES.has((error as { code?: string })?.code ?? '')
  }
}

const expiredPage = () =>
  new Problem({
    status: 403,
    code: 'page_expired',
    message:
      'Esta página ficou aberta por muito tempo. Confira o que digitou e envie de novo: nada se perdeu.',
  })
