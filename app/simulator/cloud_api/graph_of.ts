import type { HttpContext } from '@adonisjs/core/http'
import { GraphApi } from '#simulator/cloud_api/api'
import type { Simulator } from '#simulator/simulator'

/** The API as this request reaches it: addresses it hands out are on the same origin. */
export function graphOf(simulator: Simulator, { request }: HttpContext) {
  return new GraphApi(simulator, `${request.protocol()}://${request.host()}`)
}
