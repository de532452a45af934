import { calendarFile } from '#answers/calendar_file'
import { openLink } from '#answers/link_page'
import CompanySettings from '#settings/models/company_settings'
import type { HttpContext } from '@adonisjs/core/http'

export default class CalendarFilesController {
  async show({ params, response, view }: HttpContext) {
    const opened = await openLink(params.token)
    if (!opened) return response.status(404).send(await view.render('answers/expired'))
    const { companyName } = await CompanySettings.current()
    return response
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="entrevista.ics"')
      .send(calendarFile(opened.interview, companyName))
  }
}
