import { Problem } from '#core/problem'
import type Contact from '#contacts/models/contact'
import { numbersOf } from '#messages/numbers_of'

/**
 * Answers kept for requests that may come again lose what they said of an anonymised person, not that they were given:
 * a late repetition must not bring the person back.
 */
export async function forgetAnswers(contact: Contact) {
  if (!contact.$dirty.anonymisedAt) return
  const problem = forgotten()
  const answer = {
    response_status: problem.status,
    response_body: JSON.stringify(problem.toDocument()),
    response_location: null,
  }
  for (const number of await numbersOf(contact)) {
    await contact
      .$trx!.from('idempotency_keys')
      .whereLike('response_body', `%${number}%`)
      .update(answer)
  }
}

const forgotten = () =>
  Problem.conflict(
    'answer_forgotten',
    'Esta requisição já foi atendida, mas a resposta citava uma pessoa que depois foi anonimizada.'
  )
