import env from '#start/env'
import { appUrl } from '#config/app'
import app from '@adonisjs/core/services/app'

/** `tmp/convoca.sqlite3` → `tmp/convoca-simulator.sqlite3`. */
function besideOurDatabase() {
  const path = app.makePath(env.get('SQLITE_PATH', 'tmp/convoca.sqlite3'))
  return path.replace(/(\.[^./]+)?$/, '-simulator$1')
}

const simulatorConfig = {
  enabled: env.get('SIMULATOR') && !app.inProduction,
  databasePath: app.inTest ? ':memory:' : besideOurDatabase(),
  /** The simulator is the provider: it knows the credentials it gave out. */
  accountSid: env.get('TWILIO_ACCOUNT_SID') ?? '',
  authToken: env.get('TWILIO_AUTH_TOKEN')?.release() ?? '',
  /** E.164 of the business' number. */
  from: (env.get('TWILIO_WHATSAPP_FROM') ?? '').replace(/^whatsapp:/, ''),
  /** Another business, at Meta. Nothing of it is anybody's. */
  cloudApi: {
    phoneNumberId: '100000000000001',
    wabaId: '200000000000001',
    accessToken: 'demonstracao-token-da-meta',
    appSecret: 'demonstracao-segredo-do-app',
    verifyToken: 'demonstracao-verificacao',
    number: '+5511400000001',
  },
  /** And one at ChatApp. */
  chatApp: {
    email: 'demonstracao@convoca.test',
    password: 'demonstracao-senha',
    appId: 'demonstracao',
    licenceId: '12345',
    messengerType: 'caWhatsApp',
    number: '+5511400000002',
  },
  /** Where a person's answers are posted to. */
  inboundWebhookUrl: `${appUrl}/webhooks/twilio/messages`,
}

export default simulatorConfig
export type SimulatorConfig = typeof simulatorConfig
