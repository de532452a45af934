import { describedConversation } from '#api/v1/conversation_thread'
import { conversationJson } from '#api/v1/transformers/conversation_json'
import { assigneeValidator } from '#api/v1/validators/conversation_validators'
import Conversation from '#messages/models/conversation'
import type { HttpContext } from '@adonisjs/core/http'

export default class ConversationAssigneesController {
  /** To a team, to a person, or to a person of a team. */
  async update({ params, request }: HttpContext) {
    const input = await request.validateUsing(assigneeValidator)
    const { assignee_id: assigneeId, team_id: teamId } = input
    await Conversation.change(params.id, (conversation) => {
      if (teamId !== undefined) conversation.assignTeam(teamId)
      if (assigneeId !== undefined) conversation.assign(assigneeId)
    })
    return conversationJson(await describedConversation(params.id))
  }
}
