import env from '#start/env'
import { appKey, appUrl } from '#config/app'
import app from '@adonisjs/core/services/app'
import { createHmac } from 'node:crypto'

/** `tmp/convoca.sqlite3` → `tmp/convoca-simulator.sqlite3`. */
function besideOurDatabase() {
  const path = app.makePath(env.get('SQLITE_PATH', 'tmp/convoca.sqlite3'))
  return path.replace(/(\.[^./]+)?$/, '-simulator$1')
}

/** Lasting, and unknown to whoever does not know ours: what it signs could be forged otherwise. */
const demoSecret = (of: string) =>
  `demo_${createHmac('sha256', appKey.release()).update(`simulator ${of}`).digest('hex').slice(0, 40)}`

const simulatorConfig = {
  enabled: env.get('SIMULATOR') && !app.inProduction,
  databasePath: app.inTest ? ':memory:' : besideOurDatabase(),
  /** The simulator is the provider: it knows the credentials it gave out. */
  accountSid: env.get('TWILIO_ACCOUNT_SID') ?? '',
  authToken: env.get('TWILIO_AUTH_TOKEN')?.release() ?? '',
  /** Where it plays Twilio: its files are there, too. */
  twilioUrl: env.get('TWILIO_API_BASE_URL')?.replace(/\/$/, '') ?? `${appUrl}/simulator/twilio`,
  /** E.164 of the business' number. */
  from: (env.get('TWILIO_WHATSAPP_FROM') ?? '').replace(/^whatsapp:/, ''),
  /** Another business, at Meta. */
  cloudApi: {
    phoneNumberId: '100000000000001',
    wabaId: '200000000000001',
    accessToken: demoSecret('access token'),
    appSecret: demoSecret('app secret'),
    verifyToken: demoSecret('verify token'),
    /** E.164 */
    number: '+5511400000001',
    webhookUrl: `${appUrl}/webhooks/whatsapp`,
  },
  /** And one at ChatApp: one licence with both messengers. */
  chatApp: {
    email: 'demonstracao@convoca.test',
    password: demoSecret('password'),
    appId: 'demonstracao',
    licenceId: '12345',
    messengerType: 'grWhatsApp' as 'grWhatsApp' | 'caWhatsApp',
    /** E.164 */
    number: '+5511400000002',
    /** Where files of people lie, for whoever has the link. */
    filesUrl: `${appUrl}/simulator/chat_app/files`,
  },
  /** Where a person's answers are posted to. */
  inboundWebhookUrl: `${appUrl}/webhooks/twilio/messages`,
}

export default simulatorConfig
export type SimulatorConfig = typeof simulatorConfig
