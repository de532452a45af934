import { findContacts } from '#contacts/find_contacts'
import RecruitingPolicy from '#users/policies/recruiting_policy'
import type { HttpContext } from '@adonisjs/core/http'

/** Who the booking form may mean, as one types. */
export default class CandidatesController {
  async index({ bouncer, request, view }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const search = String(request.input('search') ?? '').trim()
    return view.render('interviews/candidates/index', {
      candidates: search ? await findContacts(search) : [],
    })
  }
}
