import { page } from '#start/kernel'
import { mayHear } from '#users/may_hear'
import transmit from '@adonisjs/transmit/services/main'
import type { HttpContext } from '@adonisjs/core/http'

transmit.registerRoutes((route) => route.use(page()))

transmit.authorize<{ '*': string }>('*', ({ auth, request }: HttpContext) =>
  mayHear(String(request.input('channel')), auth.user ?? null)
)
