import { exportInterviews } from '#interviews/interview_export'
import { readFilters } from '#interviews/interview_filters'
import CompanySettings from '#settings/models/company_settings'
import RecruitingPolicy from '#users/policies/recruiting_policy'
import type { HttpContext } from '@adonisjs/core/http'
import { Readable } from 'node:stream'

export default class ExportsController {
  async show({ bouncer, request, response }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const { timeZone } = await CompanySettings.current()
    const filters = await readFilters(request.qs())
    response.header('content-type', 'text/csv; charset=utf-8')
    response.header('content-disposition', 'attachment; filename="entrevistas.csv"')
    return response.stream(Readable.from(exportInterviews(filters, timeZone)))
  }
}
