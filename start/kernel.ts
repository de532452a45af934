import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'

server.errorHandler(() => import('#core/exception_handler'))

server.use([
  () => import('#core/middleware/container_bindings_middleware'),
  () => import('#core/middleware/programs_middleware'),
  () => import('@adonisjs/static/static_middleware'),
  () => import('@adonisjs/vite/vite_middleware'),
])

/**
 * Stateless for every route; pages add the session themselves (see `page`), so that webhooks, health checks and the
 * API never open one.
 */
router.use([
  () => import('#webhooks/middleware/refusals_middleware'),
  () => import('#core/middleware/raw_body_middleware'),
  () => import('@adonisjs/core/bodyparser_middleware'),
  () => import('@adonisjs/auth/initialize_auth_middleware'),
])

export const middleware = router.named({
  session: () => import('@adonisjs/session/session_middleware'),
  flashKeeper: () => import('#core/middleware/flash_keeper_middleware'),
  shield: () => import('@adonisjs/shield/shield_middleware'),
  viewer: () => import('#core/middleware/viewer_middleware'),
  guest: () => import('#core/middleware/guest_middleware'),
  auth: () => import('#core/middleware/auth_middleware'),
  bouncer: () => import('#core/middleware/bouncer_middleware'),
  whatsappBanner: () => import('#settings/middleware/whatsapp_banner_middleware'),
  waitingConversations: () => import('#conversations/middleware/waiting_middleware'),
  problemJson: () => import('#core/middleware/problem_json_middleware'),
  apiAuth: () => import('#core/middleware/api_auth_middleware'),
  administration: () => import('#api/v1/middleware/administration_middleware'),
  recruiting: () => import('#api/v1/middleware/recruiting_middleware'),
  idempotency: () => import('#api/v1/middleware/idempotency_middleware'),
})

/** Middleware of a page anyone may see (sign-in). */
export const page = () => [
  middleware.session(),
  middleware.flashKeeper(),
  middleware.shield(),
  middleware.viewer(),
  middleware.bouncer(),
]

/** Middleware of a page behind the sign-in. */
export const memberPage = () => [
  ...page(),
  middleware.auth(),
  middleware.whatsappBanner(),
  middleware.waitingConversations(),
]
