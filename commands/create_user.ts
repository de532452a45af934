import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { ROLES, ROLE_LABELS } from '#users/role'
import type { createPersonValidator as Validator } from '#users/validators/person_validator'
import type { Infer } from '@vinejs/vine/types'

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

  @flags.string({
    description: 'At least 10 characters; asked for when not given, made up when left empty',
  })
  declare password?: string

  async run() {
    const { createPersonValidator } = await import('#users/validators/person_validator')
    const [problem, input] = await createPersonValidator.tryValidate(await this.#answers())
    if (problem) {
      for (const { message } of problem.messages) this.logger.error(message)
      this.exitCode = 1
      return
    }
    await this.#create(input)
  }

  async #create({ full_name: fullName, password, ...input }: Infer<typeof Validator>) {
    const { default: User } = await import('#users/models/user')
    const { temporaryPassword } = await import('#users/temporary_password')
    const secret = password ?? temporaryPassword()
    const user = await User.create({ fullName, ...input, password: secret })
    this.logger.success(`${user.fullName} <${user.email}>: ${ROLE_LABELS[user.role]}`)
    if (!password) this.logger.info(`Password: ${secret}`)
  }

  async #answers() {
    return {
      full_name: this.name ?? (await this.prompt.ask('Full name')),
      email: this.email ?? (await this.prompt.ask('E-mail')),
      role: this.role ?? (await this.#askRole()),
      password: (this.password ?? (await this.#askPassword())) || undefined,
    }
  }

  #askPassword() {
    return this.prompt.secure('Password (empty: make one up)')
  }

  #askRole() {
    const choices = ROLES.map((role) => ({ name: role, message: ROLE_LABELS[role] }))
    return this.prompt.choice('Role', choices)
  }
}
