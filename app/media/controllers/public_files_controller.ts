import { serve } from '#media/serve'
import type { HttpContext } from '@adonisjs/core/http'

/** `GET /media/:uuid/public?signature=…`, for a provider that was given the address. */
export default class PublicFilesController {
  show(ctx: HttpContext) {
    if (!ctx.request.hasValidSignature()) return ctx.response.forbidden('')
    return serve(ctx)
  }
}
