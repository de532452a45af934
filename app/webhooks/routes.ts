import { controllers } from '#generated/controllers'
import router from '@adonisjs/core/services/router'

router.post('/webhooks/twilio/status', [controllers.webhooks.TwilioStatuses, 'store'])
router.post('/webhooks/twilio/messages', [controllers.webhooks.TwilioMessages, 'store'])
router.post('/webhooks/chat_app/:key', [controllers.webhooks.ChatAppCalls, 'store'])

/** The second is where what came before this application was called. */
for (const path of ['/webhooks/whatsapp', '/webhook']) {
  router.get(path, [controllers.webhooks.CloudApi, 'show'])
  router.post(path, [controllers.webhooks.CloudApi, 'store'])
}
