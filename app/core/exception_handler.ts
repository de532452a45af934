import type { Problem } from '#core/problem'
import { problemOf, problemOfStatus, refusalOf, speaksForItself } from '#core/problem_of'
import { isUnavailable } from '#database/errors'
import app from '@adonisjs/core/services/app'
import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import type { StatusPageRange, StatusPageRenderer } from '@adonisjs/core/types/http'

type HttpError = Parameters<ExceptionHandler['renderError']>[0]

/** What was typed goes back to the form, but for these. */
const NEVER_RETURNED = [
  '_csrf',
  '_method',
  'password',
  'password_confirmation',
  'current_password',
  'auth_token',
  'access_token',
  'app_secret',
]

const statusPage: StatusPageRenderer = ({ status }, { view }) =>
  view.render('errors/show', { status, message: problemOfStatus(status).message })

export default class ConvocaExceptionHandler extends ExceptionHandler {
  protected debug = !app.inProduction
  protected renderStatusPages = true
  protected ignoreCodes = ['E_ROUTE_NOT_FOUND', 'E_ROW_NOT_FOUND']

  protected statusPages: Record<StatusPageRange, StatusPageRenderer> = {
    '403': statusPage,
    '404': statusPage,
    '500..599': statusPage,
  }

  async handle(error: unknown, ctx: HttpContext) {
    if (isUnavailable(error)) (error as HttpError).status = 503
    if (speaksForItself(error)) return super.handle(error, ctx)
    if (this.#wantsJson(ctx)) return this.#answer(problemOf(error), ctx)
    const refusal = refusalOf(error)
    if (!refusal) return super.handle(error, ctx)
    return ctx.request.method() === 'GET' ? this.#show(refusal, ctx) : this.#flash(refusal, ctx)
  }

  #answer(problem: Problem, { response }: HttpContext) {
    const { retry_after: seconds } = problem.extensions
    if (seconds) response.header('retry-after', String(seconds))
    response
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem.toDocument()))
  }

  async #show({ status, message }: Problem, { response, view }: HttpContext) {
    return response.status(status).send(await view.render('errors/show', { status, message }))
  }

  async renderValidationErrorAsHTML(error: HttpError, ctx: HttpContext) {
    if (!ctx.session) return super.renderValidationErrorAsHTML(error, ctx)
    ctx.session.flashValidationErrors(error as never, false)
    ctx.session.flashExcept(NEVER_RETURNED)
    ctx.response.redirect().withQs().back()
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
}
