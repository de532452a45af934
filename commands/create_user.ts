import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { ROLES, ROLE_LABELS, type Role } from '#users/role'

/**
 * Creates an account; on a new deployment, its first administrator: there is no default password anywhere.
 */
export default class CreateUser extends BaseCommand {
  static commandName = 'create_user'
  static description = 'Create an account (the first administrator of a new deployment)'
  static options: CommandOptions = { startApp: true }

  @flags.string({ description: 'E-mail to sign in with' })
  declare email?: string

  @flags.string({ description: 'Full name' })
  declare name?: string

  @flags.string({ description: 'admin, recruiter or agent' })
  declare role?: string

  @flags.string({ description: 'At least 10 characters; asked for, unseen, when not given' })
  declare password?: string

  async run() {
    const { createUser } = await import('#users/create_user')
    const { errors } = await import('@vinejs/vine')
    try {
      const user = await createUser(await this.#answers())
      this.logger.success(`${user.fullName} <${user.email}>: ${ROLE_LABELS[user.role]}`)
    } catch (error) {
      if (!(error instanceof errors.E_VALIDATION_ERROR)) throw error
      for (const { message } of error.messages) this.logger.error(message)
      this.exitCode = 1
    }
  }

  async #answers() {
    return {
      full_name: this.name ?? (await this.prompt.ask('Full name')),
      email: this.email ?? (await this.prompt.ask('E-mail')),
      role: this.role ?? (await this.#askRole()),
      password: this.password ?? (await this.prompt.secure('Password')),
    }
  }

  #askRole() {
    const choices = ROLES.map((role: Role) => ({ name: role, message: ROLE_LABELS[role] }))
    return this.prompt.choice('Role', choices)
  }
}
