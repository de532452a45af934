import { UserSchema } from '#database/schema'
import { Problem } from '#core/problem'
import type { Role } from '#users/role'
import hash from '@adonisjs/core/services/hash'
import { compose } from '@adonisjs/core/helpers'
import { column } from '@adonisjs/lucid/orm'
import { withAuthFinder } from '@adonisjs/auth/mixins/lucid'
import { DbAccessTokensProvider } from '@adonisjs/auth/access_tokens'
import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

interface Profile {
  fullName: string
  email: string
  role: Role
}

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

  static administrators(client?: TransactionClientContract) {
    return this.query({ client }).where('role', 'admin').whereNull('deactivated_at').orderBy('id')
  }

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

  /** Changes with the password: a session opened with an older one is closed. */
  get credentialMark() {
    return createHash('sha256').update(this.password).digest('base64url').slice(0, 16)
  }

  /** @throws Problem when somebody would take their own administration away, or the last one. */
  async updateProfile(profile: Profile, { by }: { by: User }) {
    if (by.id === this.id && profile.role !== this.role) throw ownAccount('mudar o próprio papel')
    await User.keepingAnAdministrator(async (trx) => {
      await Object.assign(this, profile).useTransaction(trx).save()
    })
  }

  /**
   * Signs the person out everywhere: sessions stop being recognised and tokens are revoked.
   * @throws Problem for one's own account and for the last administrator's.
   */
  async deactivate({ by }: { by: User }) {
    if (by.id === this.id) throw ownAccount('desativar a própria conta')
    await User.keepingAnAdministrator(async (trx) => {
      this.deactivatedAt = DateTime.utc()
      await this.useTransaction(trx).save()
      await trx.from('auth_access_tokens').where('tokenable_id', this.id).delete()
    })
  }

  /**
   * Carries out a change of accounts, unless nobody would be left to administer. Two administrators who deactivate
   * each other at the same moment wait for one another.
   */
  private static keepingAnAdministrator(change: (trx: TransactionClientContract) => Promise<void>) {
    return db.transaction(async (trx) => {
      await this.administrators(trx).forUpdate()
      await change(trx)
      if (!(await this.administrators(trx).first())) throw lastAdministrator()
    })
  }

  async reactivate() {
    this.deactivatedAt = null
    await this.save()
  }

  /** @throws Problem unless this is the present password. */
  async confirmPassword(password: string) {
    if (await this.verifyPassword(password)) return
    throw Problem.invalid('current_password', 'password', 'A senha atual não confere.')
  }

  async changePassword(password: string) {
    this.password = password
    await this.save()
  }
}

const ownAccount = (what: string) =>
  Problem.conflict('own_account', `Não dá para ${what}. Peça a outra pessoa da administração.`)

const lastAdministrator = () =>
  Problem.conflict(
    'last_administrator',
    'É preciso que reste ao menos uma pessoa com o papel Administração.'
  )
