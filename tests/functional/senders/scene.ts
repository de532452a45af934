import env from '#start/env'
import { addSender } from '#senders/configure_sender'
import simulator from '#config/simulator'

/** What the simulator gave out, for a number of the company's own. */
export const twilioSettings = (from = '+551140000000') => ({
  account_sid: env.get('TWILIO_ACCOUNT_SID')!,
  auth_token: env.get('TWILIO_AUTH_TOKEN')!.release(),
  from,
})

export const cloudApiSettings = () => ({
  phone_number_id: simulator.cloudApi.phoneNumberId,
  waba_id: simulator.cloudApi.wabaId,
  access_token: simulator.cloudApi.accessToken,
  app_secret: simulator.cloudApi.appSecret,
  verify_token: simulator.cloudApi.verifyToken,
  graph_version: 'v26.0',
})

export const aTwilioSender = (from?: string, label = 'Unidade Sul') =>
  addSender({ provider: 'twilio', label, number: null, settings: twilioSettings(from) })

export const aCloudApiSender = (label = 'Central') =>
  addSender({
    provider: 'cloud_api',
    label,
    number: '+5511400000001',
    settings: cloudApiSettings(),
  })
