import app from '@adonisjs/core/services/app'
import { readFile } from 'node:fs/promises'
import { appUrl } from '#config/app'
import simulator from '#config/simulator'
import { addSender } from '#senders/configure_sender'
import type { MessengerType } from '#whatsapp/sender_account'

/** One of `tests/fixtures/chat_app`, as ChatApp posts it. */
export const chatAppFixture = (name: string) =>
  readFile(app.makePath(`tests/fixtures/chat_app/${name}.json`), 'utf8')

/** What the simulator gave out. */
export const chatAppSettings = (messenger: MessengerType = 'grWhatsApp') => ({
  email: simulator.chatApp.email,
  password: simulator.chatApp.password,
  app_id: simulator.chatApp.appId,
  licence_id: simulator.chatApp.licenceId,
  messenger_type: messenger,
})

/** The number that everything leaves from. */
export const aChatAppSender = (settings = chatAppSettings()) =>
  addSender(
    { provider: 'chat_app', label: 'ChatApp', number: simulator.chatApp.number, settings },
    { isDefault: true }
  )

/** Calls us as ChatApp does: unsigned. */
export const chatAppCalls = (key: string, body: string | object) =>
  fetch(`${appUrl}/webhooks/chat_app/${key}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
