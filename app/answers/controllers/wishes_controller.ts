import { openLink } from '#answers/link_page'
import { wishValidator } from '#answers/link_validators'
import { leaveWish } from '#answers/move_interview'
import type { HttpContext } from '@adonisjs/core/http'

export default class WishesController {
  async store({ params, request, response, session, view }: HttpContext) {
    const opened = await openLink(params.token)
    if (!opened) return response.status(404).send(await view.render('answers/expired'))
    const { text } = await request.validateUsing(wishValidator)
    session.flash('answered', await leaveWish(opened, text))
    return response.redirect().toRoute('answers.links.show', { token: params.token })
  }
}
