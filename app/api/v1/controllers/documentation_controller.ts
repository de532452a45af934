import { documentationPage } from '#api/v1/openapi/documentation_page'
import type { HttpContext } from '@adonisjs/core/http'

/** The contract for people to read. */
export default class DocumentationController {
  show({ view }: HttpContext) {
    return view.render('api/docs', documentationPage())
  }
}
