import { linkPage, openLink } from '#answers/link_page'
import type { HttpContext } from '@adonisjs/core/http'

/** The page behind the link a candidate gets. Looking changes nothing: messengers look, too. */
export default class LinksController {
  async show({ params, response, view }: HttpContext) {
    const opened = await openLink(params.token)
    if (!opened) return response.status(404).send(await view.render('answers/expired'))
    return view.render('answers/show', { token: params.token, ...(await linkPage(opened)) })
  }
}
