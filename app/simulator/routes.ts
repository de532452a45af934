import router from '@adonisjs/core/services/router'
import simulatorConfig from '#config/simulator'
import { controllers } from '#generated/controllers'
import { jsonOnly } from '#simulator/json_only'
import { middleware, page } from '#start/kernel'

const { twilio, cloudApi, chatApp, control, screen } = controllers.simulator

/** What Twilio answers at api.twilio.com. */
function twilioRoutes() {
  router.get('Accounts/:account.json', [twilio.Accounts, 'show'])
  router.post('Accounts/:account/Messages.json', [twilio.Messages, 'store'])
  router.get('Accounts/:account/Messages.json', [twilio.Messages, 'index'])
  router.get('Accounts/:account/Messages/:message.json', [twilio.Messages, 'show'])
  router.get('Accounts/:account/Messages/:message/Media/:media', [twilio.Media, 'show'])
}

/** What Meta answers at graph.facebook.com. */
function cloudApiRoutes() {
  router.get('files/:file', [cloudApi.Media, 'show'])
  router.post(':version/:id/messages', [cloudApi.Messages, 'store'])
  router.post(':version/:id/media', [cloudApi.Media, 'store'])
  router.get(':version/:id/message_templates', [cloudApi.Templates, 'index'])
  router.post(':version/:id/message_templates', [cloudApi.Templates, 'store'])
  router.get(':version/:id', [cloudApi.Nodes, 'show'])
}

/** What Twilio answers at content.twilio.com. */
function contentRoutes() {
  router.get('/', [twilio.Contents, 'index'])
  router.post('/', [twilio.Contents, 'store'])
  router.get(':content', [twilio.Contents, 'show'])
  router.delete(':content', [twilio.Contents, 'destroy'])
  router.get(':content/ApprovalRequests', [twilio.Approvals, 'show'])
  router.post(':content/ApprovalRequests/whatsapp', [twilio.Approvals, 'store'])
}

/** What ChatApp answers at api.chatapp.online. */
function chatAppRoutes() {
  const line = 'v1/licenses/:licence/messengers/:messenger'
  router.get('files/:file', [chatApp.Files, 'show'])
  router.post('v1/tokens', [chatApp.Tokens, 'store'])
  router.post('v1/tokens/refresh', [chatApp.Tokens, 'update'])
  router.get('v1/tokens/check', [chatApp.Tokens, 'show'])
  router.get('v1/licenses', [chatApp.Licences, 'index'])
  router.get('v1/callbackUrls', [chatApp.CallbackUrls, 'index'])
  router.put(`${line}/callbackUrl`, [chatApp.CallbackUrls, 'update'])
  router.delete(`${line}/callbackUrl`, [chatApp.CallbackUrls, 'destroy'])
  router.get(`${line}/chats/:chat/messages`, [chatApp.Messages, 'index'])
  router.post(`${line}/chats/:chat/messages/:kind`, [chatApp.Messages, 'store'])
}

/** For tests, and for whoever wants to script a bad day. */
function controlRoutes() {
  router.post('reset', [control.Resets, 'store'])
  router.get('settings', [control.Settings, 'show'])
  router.put('settings', [control.Settings, 'update'])
  router.post('callbacks/release', [control.Releases, 'store'])
  router.get('messages', [control.Messages, 'index'])
  router.get('requests', [control.Requests, 'index'])
  router.get('contents', [control.Contents, 'index'])
  router.put('contents/:content', [control.Contents, 'update'])
  router.get('chat_app/tokens', [control.ChatAppTokens, 'index'])
  router.get('phones', [control.Phones, 'index'])
  router.put('phones/:number', [control.Phones, 'update'])
  router.post('phones/:number/replies', [control.Replies, 'store'])
  router.put('phones/:number/number', [control.PhoneNumbers, 'update'])
}

function screenRoutes() {
  router.get('/', [screen.Phones, 'index'])
  router.post('phones', [screen.Phones, 'store'])
  router.get('phones/:number', [screen.Phones, 'show'])
  router.put('phones/:number', [screen.Phones, 'update'])
  router.post('phones/:number/replies', [screen.Replies, 'store'])
  router.put('phones/:number/number', [screen.PhoneNumbers, 'update'])
  router.get('files/:file', [screen.Files, 'show'])
  router.post('phones/:number/readings', [screen.Readings, 'store'])
  router.put('settings', [screen.Settings, 'update'])
  router.delete('settings', [screen.Settings, 'destroy'])
  router.post('resets', [screen.Resets, 'store'])
}

if (simulatorConfig.enabled) {
  router
    .group(() => {
      router.group(twilioRoutes).prefix('twilio/2010-04-01').as('twilio')
      router.group(cloudApiRoutes).prefix('cloud_api').as('cloud_api')
      router.get('twilio/files/:message/:media', [twilio.Files, 'show']).as('twilio_files')
      router.group(contentRoutes).prefix('twilio/v1/Content').as('twilio_content')
      router.group(chatAppRoutes).prefix('chat_app').as('chat_app')
      router
        .group(controlRoutes)
        .prefix('control')
        .as('control')
        .use([middleware.problemJson(), jsonOnly])
      router.group(screenRoutes).use(page())
    })
    .prefix('simulator')
    .as('simulator')
}
