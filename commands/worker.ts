import { RoleCommand } from '#start/role_command'

export default class Worker extends RoleCommand {
  static commandName = 'worker'
  static description = 'Send messages and process webhooks'

  role = 'worker' as const
}
