import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { graphOf } from '#simulator/cloud_api/graph_of'
import { GraphRefusal } from '#simulator/cloud_api/refusal'
import { sha256Of } from '#simulator/files'
import { Simulator } from '#simulator/simulator'

/** `GET /:version/:id`: a number of ours or a file, whichever has that id. */
@inject()
export default class NodesController {
  constructor(protected simulator: Simulator) {}

  show(ctx: HttpContext) {
    const { request, params } = ctx
    const api = graphOf(this.simulator, ctx)
    api.authenticate(request.header('authorization'))
    const { cloudApi } = this.simulator.config
    if (params.id === cloudApi.phoneNumberId) return numberOf(cloudApi)
    const file = this.simulator.files.find(params.id)
    if (!file) throw new GraphRefusal(100, `Object with ID '${params.id}' does not exist`, 33)
    return {
      messaging_product: 'whatsapp',
      url: api.fileUrl(file.id),
      mime_type: file.content_type,
      sha256: sha256Of(file),
      file_size: file.bytes.length,
      id: file.id,
    }
  }
}

const numberOf = ({ phoneNumberId, number }: { phoneNumberId: string; number: string }) => ({
  id: phoneNumberId,
  display_phone_number: number,
  verified_name: 'Simulador',
  quality_rating: 'GREEN',
  code_verification_status: 'VERIFIED',
})
