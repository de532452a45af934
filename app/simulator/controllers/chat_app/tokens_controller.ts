import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatAppApi } from '#simulator/chat_app/api'
import type { Pair } from '#simulator/chat_app/tokens'
import { Simulator } from '#simulator/simulator'

const seconds = (ms: number) => Math.floor(ms / 1000)

const shown = (pair: Pair) => ({
  success: true,
  data: {
    cabinetUserId: 1,
    accessToken: pair.access,
    accessTokenEndTime: seconds(pair.access_ends_at),
    refreshToken: pair.refresh,
    refreshTokenEndTime: seconds(pair.refresh_ends_at),
  },
})

/** Signing in, and staying so. */
@inject()
export default class TokensController {
  #api: ChatAppApi

  constructor(protected simulator: Simulator) {
    this.#api = new ChatAppApi(simulator)
  }

  store({ request }: HttpContext) {
    return shown(this.#api.signIn(request.body()))
  }

  update({ request }: HttpContext) {
    this.#api.checkDoor()
    return shown(this.simulator.tokens.refresh(request.header('refresh')))
  }

  show({ request }: HttpContext) {
    this.#api.checkDoor()
    return shown(this.simulator.tokens.check(request.header('authorization')))
  }
}
