import { noteJson } from '#api/v1/transformers/note_json'
import { newNoteValidator, threadValidator } from '#api/v1/validators/conversation_validators'
import Note from '#conversations/models/note'
import { writeNote } from '#conversations/write_note'
import { keysetPage } from '#core/keyset_page'
import Conversation from '#messages/models/conversation'
import type { HttpContext } from '@adonisjs/core/http'
import { randomUUID } from 'node:crypto'

export default class NotesController {
  /** Newest first. */
  async index({ params, request }: HttpContext) {
    const paging = await request.validateUsing(threadValidator, { data: request.qs() })
    const query = Note.of(await Conversation.findOrFail(params.id))
    const order = { by: ['id'], descending: true }
    const { rows, nextCursor } = await keysetPage(query, { ...order, ...paging })
    return { data: rows.map(noteJson), next_cursor: nextCursor }
  }

  async store({ auth, params, request, requestKey, response }: HttpContext) {
    const { body } = await request.validateUsing(newNoteValidator)
    const key = requestKey ?? `api:${randomUUID()}`
    const { id } = await writeNote(params.id, body, { by: auth.user!, requestKey: key })
    const note = await Note.query().where('id', id).preload('author').preload('mentions').first()
    return response.created(noteJson(note!))
  }
}
