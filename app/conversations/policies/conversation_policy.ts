import type Message from '#messages/models/message'
import type User from '#users/models/user'
import { BasePolicy } from '@adonisjs/bouncer'
import type { AuthorizerResponse } from '@adonisjs/bouncer/types'

/**
 * Everyone of the team answers conversations; the interviews beside them are for who recruits.
 */
export default class ConversationPolicy extends BasePolicy {
  answer(_user: User): AuthorizerResponse {
    return true
  }

  /** What says something about an interview is sent again by who may see it. */
  retry(user: User, { interviewId }: Message): AuthorizerResponse {
    return user.isRecruiter || interviewId === null
  }
}
