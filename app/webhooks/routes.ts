import { controllers } from '#generated/controllers'
import router from '@adonisjs/core/services/router'

router.post('/webhooks/twilio/status', [controllers.webhooks.TwilioStatuses, 'store'])
router.post('/webhooks/twilio/messages', [controllers.webhooks.TwilioMessages, 'store'])
router.post('/webhooks/chat_app/:key', [controllers.webhooks.ChatAppCalls, 'store'])
