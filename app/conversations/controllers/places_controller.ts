import { readCoordinates, UNREADABLE } from '#conversations/read_coordinates'
import { placeValidator } from '#conversations/saying_validators'
import ConversationPolicy from '#conversations/policies/conversation_policy'
import { sendReply } from '#conversations/send_reply'
import { Problem } from '#core/problem'
import { formRequestKey } from '#interviews/request_key'
import type { HttpContext } from '@adonisjs/core/http'

/** A place on the map, to the person. */
export default class PlacesController {
  async store({ auth, bouncer, params, request, response }: HttpContext) {
    await bouncer.with(ConversationPolicy).authorize('answer')
    const data = await request.validateUsing(placeValidator)
    const { coordinates, place_name: name, address, seen } = data
    const point = readCoordinates(coordinates)
    if (!point) throw Problem.invalid('coordinates', 'coordinates', UNREADABLE)
    const location = { ...point, ...(name && { name }), ...(address && { address }) }
    const by = auth.user!
    const requestKey = formRequestKey(by, { ...data, id: params.id })!
    await sendReply(params.id, { location }, { by, requestKey, seen })
    return response.redirect().withQs().toRoute('conversations.show', { id: params.id })
  }
}
