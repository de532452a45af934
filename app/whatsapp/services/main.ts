import app from '@adonisjs/core/services/app'
import type { WhatsappManager } from '#whatsapp/whatsapp_manager'

let whatsapp: WhatsappManager

await app.booted(async () => {
  whatsapp = await app.container.make('whatsapp')
})

export { whatsapp as default }
