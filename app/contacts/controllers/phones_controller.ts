import Contact from '#contacts/models/contact'
import { PhoneNumber } from '#contacts/phone_number'
import { readRowId } from '#core/row_id'
import RecruitingPolicy from '#users/policies/recruiting_policy'
import type { HttpContext } from '@adonisjs/core/http'

/** What becomes of a number as one types: how it is read, whose it is, or what is wrong with it. */
export default class PhonesController {
  async show({ bouncer, request, view }: HttpContext) {
    await bouncer.with(RecruitingPolicy).authorize('work')
    const reading = PhoneNumber.parse(String(request.input('value') ?? ''))
    return view.render('contacts/parts/phone', {
      reading,
      owner: reading.ok ? await this.#owner(reading.number.e164, request.input('except')) : null,
    })
  }

  #owner(phone: string, exceptId: unknown) {
    return Contact.query()
      .where({ phone })
      .whereNot('id', readRowId(exceptId) ?? 0)
      .first()
  }
}
