import { exportContacts, readContactFilters } from '#contacts/contact_list'
import RecruitingPolicy from '#users/policies/recruiting_policy'
import type { HttpContext } from '@adonisjs/core/http'
import { Readable } from 'node:stream'

export default class ExportsController {
  async show({ bouncer, request, response }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const filters = await readContactFilters(request.qs())
    response.header('content-type', 'text/csv; charset=utf-8')
    response.header('content-disposition', 'attachment; filename="contatos.csv"')
    return response.stream(Readable.from(exportContacts(filters)))
  }
}
