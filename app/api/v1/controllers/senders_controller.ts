import { newSender, senderChanges } from '#api/v1/sender_input'
import { senderJson } from '#api/v1/transformers/sender_json'
import { senderListValidator } from '#api/v1/validators/list_validators'
import { makeDefault, retire } from '#senders/change_senders'
import { addSender, configureSender } from '#senders/configure_sender'
import { meetSenders } from '#senders/sender_page'
import { keysetPage } from '#core/keyset_page'
import Sender from '#messages/models/sender'
import type { HttpContext } from '@adonisjs/core/http'

export default class SendersController {
  async index({ request }: HttpContext) {
    const { limit, cursor } = await request.validateUsing(senderListValidator, {
      data: request.qs(),
    })
    await meetSenders()
    const { rows, nextCursor } = await keysetPage(Sender.query(), { by: ['id'], limit, cursor })
    return { data: rows.map(senderJson), next_cursor: nextCursor }
  }

  async store({ request, response }: HttpContext) {
    const { draft, isDefault, limit } = await newSender(request)
    const sender = await addSender(draft, { isDefault })
    if (limit) await sender.limitTo(limit)
    response.header('location', `/api/v1/senders/${sender.id}`)
    return response.created(senderJson(await sender.refresh()))
  }

  async show({ params }: HttpContext) {
    await meetSenders()
    return senderJson(await Sender.findOrFail(params.id))
  }

  async update({ params, request }: HttpContext) {
    await meetSenders()
    const sender = await Sender.findOrFail(params.id)
    const { draft, isDefault, limit } = await senderChanges(request, sender)
    if (draft) await configureSender(sender.name, draft)
    if (isDefault) await makeDefault(sender.name)
    if (limit) await sender.limitTo(limit)
    return senderJson(await sender.refresh())
  }

  async destroy({ params, response }: HttpContext) {
    const { name } = await Sender.findOrFail(params.id)
    await retire(name)
    return response.noContent()
  }
}
