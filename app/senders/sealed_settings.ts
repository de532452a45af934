import type Sender from '#messages/models/sender'
import type { SenderAccount, SettingsOf } from '#whatsapp/sender_account'
import encryption from '@adonisjs/core/services/encryption'

const PURPOSE = 'sender_settings'

/** What a row may hold of a provider's credentials: nothing that can be read without `APP_KEY`. */
export const seal = (settings: SettingsOf[keyof SettingsOf]) =>
  encryption.encrypt(settings, { purpose: PURPOSE })

/** Null when the row has no settings, or `APP_KEY` is another than when they were written. */
export function unseal({ name, provider, settings }: Sender): SenderAccount | null {
  if (!provider || !settings) return null
  const opened = encryption.decrypt<object>(settings, PURPOSE)
  return opened && ({ name, provider, settings: opened } as SenderAccount)
}
