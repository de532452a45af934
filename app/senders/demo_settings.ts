import simulator from '#config/simulator'
import { SETTING_FIELDS } from '#senders/settings_fields'
import type { Provider } from '#whatsapp/gateways/gateway'

/** What the simulator takes for the credentials of each provider, to be typed into the form; null where it is off. */
export function demoSettings(provider: Provider) {
  if (!simulator.enabled) return null
  const values = VALUES[provider]
  return SETTING_FIELDS[provider].flatMap(({ name, label }) =>
    values[name] ? [{ label, value: values[name] }] : []
  )
}

const { cloudApi, chatApp } = simulator

const VALUES: Record<Provider, Record<string, string>> = {
  // Its one number is that of the environment.
  twilio: {},
  cloud_api: {
    phone_number_id: cloudApi.phoneNumberId,
    waba_id: cloudApi.wabaId,
    access_token: cloudApi.accessToken,
    app_secret: cloudApi.appSecret,
    verify_token: cloudApi.verifyToken,
  },
  chat_app: {
    email: chatApp.email,
    password: chatApp.password,
    app_id: chatApp.appId,
    licence_id: chatApp.licenceId,
    messenger_type: chatApp.messengerType,
  },
}
