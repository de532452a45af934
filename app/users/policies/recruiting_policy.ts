import type User from '#users/models/user'
import { BasePolicy } from '@adonisjs/bouncer'
import type { AuthorizerResponse } from '@adonisjs/bouncer/types'

/**
 * Who may see and change interviews and contacts.
 */
export default class RecruitingPolicy extends BasePolicy {
  work(user: User): AuthorizerResponse {
    return user.isRecruiter
  }
}
