import { UserSchema } from '#database/schema'
import type { Role } from '#users/role'
import hash from '@adonisjs/core/services/hash'
import { compose } from '@adonisjs/core/helpers'
import { column } from '@adonisjs/lucid/orm'
import { withAuthFinder } from '@adonisjs/auth/mixins/lucid'
import { DbAccessTokensProvider } from '@adonisjs/auth/access_tokens'
import { DateTime } from 'luxon'

/**
 * Someone who signs in: a recruiter, an agent of the inbox, an admin, or the account an ERP uses.
 */
export default class User extends compose(UserSchema, withAuthFinder(hash)) {
  static accessTokens = DbAccessTokensProvider.forModel(User, {
    prefix: 'cvc_',
    expiresIn: '365 days',
  })

  @column()
  declare role: Role

  get isActive() {
    return this.deactivatedAt === null || this.deactivatedAt === undefined
  }

  get isAdmin() {
    return this.role === 'admin'
  }

  /** Admins and recruiters book interviews and keep contacts; agents answer conversations. */
  get isRecruiter() {
    return this.role === 'admin' || this.role === 'recruiter'
  }

  get firstName() {
    return this.fullName.split(' ')[0]
  }

  /** Signs the person out everywhere: sessions stop being recognised and tokens are revoked. */
  async deactivate() {
    this.deactivatedAt = DateTime.utc()
    await this.save()
    for (const token of await User.accessTokens.all(this)) {
      await User.accessTokens.delete(this, token.identifier)
    }
  }

  async reactivate() {
    this.deactivatedAt = null
    await this.save()
  }
}
