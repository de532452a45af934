import { batchValidator } from '#conversations/conversation_validators'
import ConversationPolicy from '#conversations/policies/conversation_policy'
import Conversation from '#messages/models/conversation'
import type { HttpContext } from '@adonisjs/core/http'

/** The same done with many conversations at once. */
export default class BatchesController {
  async store({ bouncer, request, response, session }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('answer')
    const data = readBatch(request.body())
    const {
      act,
      ids,
      assignee_id: assigneeId = null,
    } = await request.validateUsing(batchValidator, { data })
    const known = await Conversation.query().select('id').whereIn('id', ids).orderBy('id')
    for (const { id } of known) {
      await Conversation.change(id, (one) =>
        act === 'resolve' ? one.resolve() : one.assign(assigneeId)
      )
    }
    session.flash('success', said(act, known.length))
    return response.redirect().withQs().back()
  }
}

/** One ticked box is no list, and none is an empty one. */
const readBatch = (fields: Record<string, unknown>) => ({
  ...fields,
  ids: [fields.ids ?? []].flat(),
})

function said(act: 'resolve' | 'assign', count: number) {
  const many = count === 1 ? '1 conversa' : `${count} conversas`
  const done = act === 'resolve' ? 'resolvida' : 'com responsável trocado'
  return `${many} ${count === 1 || act === 'assign' ? done : `${done}s`}.`
}
