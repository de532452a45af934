import ConversationPolicy from '#conversations/policies/conversation_policy'
import { noteValidator } from '#conversations/teamwork_validators'
import { writeNote } from '#conversations/write_note'
import { formRequestKey } from '#interviews/request_key'
import type { HttpContext } from '@adonisjs/core/http'

export default class NotesController {
  async store({ auth, bouncer, params, request, response }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('answer')
    const { note, request_key: page } = await request.validateUsing(noteValidator)
    const by = auth.user!
    const requestKey = formRequestKey(by, { request_key: page, id: params.id, note })!
    await writeNote(params.id, note, { by, requestKey })
    return response.redirect().withQs().toRoute('conversations.show', { id: params.id })
  }
}
