import type User from '#users/models/user'
import { BasePolicy } from '@adonisjs/bouncer'
import type { AuthorizerResponse } from '@adonisjs/bouncer/types'

/**
 * Who may change settings, texts, people and numbers.
 */
export default class AdministrationPolicy extends BasePolicy {
  administer(user: User): AuthorizerResponse {
    return user.isAdmin
  }
}
