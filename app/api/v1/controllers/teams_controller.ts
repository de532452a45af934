import Team from '#conversations/models/team'

export default class TeamsController {
  /** All of them, by name. */
  async index() {
    const teams = await Team.inOrder().preload('members')
    const data = teams.map(({ id, name, members }) => ({
      id,
      name,
      member_ids: members.map((member) => member.id),
    }))
    return { data, next_cursor: null }
  }
}
