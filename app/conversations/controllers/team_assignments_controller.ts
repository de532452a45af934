import Team from '#conversations/models/team'
import ConversationPolicy from '#conversations/policies/conversation_policy'
import { teamChoiceValidator } from '#conversations/team_validators'
import Conversation from '#messages/models/conversation'
import type { HttpContext } from '@adonisjs/core/http'

/** A conversation is given to a team; whoever of it answers first takes it. */
export default class TeamAssignmentsController {
  async update({ bouncer, params, request, response, session }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('answer')
    const { team_id: teamId } = await request.validateUsing(teamChoiceValidator)
    await Conversation.change(params.id, (conversation) => conversation.assignTeam(teamId))
    const team = teamId && (await Team.findOrFail(teamId))
    const said = team ? `A conversa fica com a equipe ${team.name}.` : 'A conversa está sem equipe.'
    session.flash('success', said)
    return response.redirect().back()
  }
}
