import { page } from '#start/kernel'
import transmit from '@adonisjs/transmit/services/main'
import type { HttpContext } from '@adonisjs/core/http'

/** The simulator's phones are nobody's account: whoever can open the page may watch them. */
const PUBLIC_CHANNEL = /^simulator(\/|$)/

transmit.registerRoutes((route) => route.use(page()))

transmit.authorize<{ '*': string }>('*', ({ auth, request }: HttpContext) => {
  return PUBLIC_CHANNEL.test(request.input('channel')) || auth.use('web').isAuthenticated
})
