import type Contact from '#contacts/models/contact'
import Consent from '#contacts/models/consent'
import Interview from '#interviews/models/interview'
import type User from '#users/models/user'

const LATEST = 10

/** Who the conversation is with; their interviews, the latest first, are for who recruits. */
export async function personOf(contact: Contact, user: User) {
  const [consent = null] = await Consent.of(contact).limit(1)
  return { consent, interviews: user.isRecruiter ? await interviewsOf(contact) : null }
}

const interviewsOf = (contact: Contact) =>
  Interview.query()
    .where('candidate_id', contact.id)
    .preload('jobOpening')
    .orderBy('starts_at', 'desc')
    .limit(LATEST)

/** Where the person is expected, the next place first. */
export const placesOf = (interviews: Interview[] | null) => [
  ...new Set(interviews?.filter(({ isOpen }) => isOpen).flatMap(({ location }) => location ?? [])),
]
