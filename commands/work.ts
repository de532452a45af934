import { RoleCommand } from '#start/role_command'

export default class Work extends RoleCommand {
  static commandName = 'work'
  static description = 'Be worker and scheduler in one process'

  role = 'work' as const
}
