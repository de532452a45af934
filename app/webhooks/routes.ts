import { controllers } from '#generated/controllers'
import router from '@adonisjs/core/services/router'

router.post('/webhooks/twilio/status', [controllers.webhooks.TwilioStatuses, 'store'])
router.post('/webhooks/twilio/messages', [controllers.webhooks.TwilioMessages, 'store'])
router.post('/webhooks/chat_app/:key', [controllers.webhooks.ChatAppCalls, 'store'])

/** Meta's, and the same under the shorter address that many have written down. */
for (const path of ['/webhooks/whatsapp', '/webhook']) {
  const name = path.slice(1).replace('/', '.')
  router.get(path, [controllers.webhooks.CloudApi, 'show']).as(`${name}.show`)
  router.post(path, [controllers.webhooks.CloudApi, 'store']).as(`${name}.store`)
}
