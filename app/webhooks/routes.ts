import { rowIdParam } from '#core/row_id'
import { memberPage } from '#start/kernel'
import { controllers } from '#generated/controllers'
import router from '@adonisjs/core/services/router'

const { webhooks } = controllers

router.post('/webhooks/twilio/status', [webhooks.TwilioStatuses, 'store'])
router.post('/webhooks/twilio/messages', [webhooks.TwilioMessages, 'store'])

/** Meta's, and the same under the shorter address that many have written down. */
for (const path of ['/webhooks/whatsapp', '/webhook']) {
  const name = path.slice(1).replace('/', '.')
  router.get(path, [webhooks.CloudApi, 'show']).as(`${name}.show`)
  router.post(path, [webhooks.CloudApi, 'store']).as(`${name}.store`)
}
router.post('/webhooks/chat_app/:key', [webhooks.ChatAppCalls, 'store'])

router
  .group(() => {
    router.get('/', [webhooks.ReceivedCalls, 'index']).as('webhook_calls')
    router.get('/:id', [webhooks.ReceivedCalls, 'show']).as('webhook_calls.show')
    router
      .post('/:id/reprocessing', [webhooks.Reprocessings, 'store'])
      .as('webhook_calls.reprocess')
  })
  .prefix('/settings/webhook_calls')
  .as('settings')
  .where('id', rowIdParam)
  .use(memberPage())
