import { RoleCommand } from '#start/role_command'

export default class Scheduler extends RoleCommand {
  static commandName = 'scheduler'
  static description = 'Run the recurring tasks: reminders, the sweeper, purges'

  role = 'scheduler' as const
}
