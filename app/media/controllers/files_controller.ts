import { serve } from '#media/serve'
import type { HttpContext } from '@adonisjs/core/http'

/** `GET /media/:uuid`, for whoever is signed in: conversations are everybody's. */
export default class FilesController {
  show(ctx: HttpContext) {
    return serve(ctx)
  }
}
