import { freshInterview, type InterviewJson } from '#api/v1/transformers/interview_json'
import { problemOf } from '#core/problem_of'
import { bookInterview } from '#interviews/book_interview'
import { bookingValidator } from '#interviews/interview_validator'
import type { By } from '#interviews/models/interview'
import type { Logger } from '@adonisjs/core/logger'

interface Result {
  index: number
  status: number
  interview?: InterviewJson
  problem?: object
}

type Context = By & { logger: Logger; requestKey?: string }

/** Books each by itself, in a transaction of its own. A booking that fails costs only itself. */
export async function bookBatch(
  bookings: unknown[],
  { requestKey, ...context }: Context
): Promise<Result[]> {
  const results: Result[] = []
  for (const [index, booking] of bookings.entries()) {
    const own = requestKey && `${requestKey}:${index}`
    results.push({ index, ...(await book(booking, { ...context, requestKey: own })) })
  }
  return results
}

async function book(booking: unknown, { by, logger, requestKey }: Context) {
  try {
    const input = await bookingValidator.validate(booking)
    const { id } = await bookInterview(input, { by, requestKey })
    return { status: 201, interview: await freshInterview(id) }
  } catch (error) {
    const problem = problemOf(error)
    if (problem.status >= 500) logger.error({ err: error }, 'a booking of a batch failed')
    return { status: problem.status, problem: problem.toDocument() }
  }
}
