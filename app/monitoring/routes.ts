import { controllers } from '#generated/controllers'
import router from '@adonisjs/core/services/router'

const { Health, Metrics } = controllers.monitoring

router.get('/health', [Health, 'ready']).as('health')
router.get('/health/live', [Health, 'live']).as('health.live')
router.get('/health/ready', [Health, 'ready']).as('health.ready')
router.get('/metrics', [Metrics, 'show']).as('metrics')
