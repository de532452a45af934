import { bookBatch } from '#api/v1/book_batch'
import { batchValidator } from '#api/v1/validators/batch_validator'
import type { HttpContext } from '@adonisjs/core/http'

export default class InterviewBatchesController {
  /** Every interview is booked or refused by itself; the results come in the order asked. */
  async store({ auth, logger, request, requestKey }: HttpContext) {
    const { interviews } = await request.validateUsing(batchValidator)
    return { results: await bookBatch(interviews, { by: auth.user!, logger, requestKey }) }
  }
}
