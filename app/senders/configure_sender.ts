import { Problem } from '#core/problem'
import Sender, { DEFAULT_MESSAGES_PER_SECOND } from '#messages/models/sender'
import { changed, changeSenders, setDefault } from '#senders/change_senders'
import { seal } from '#senders/sealed_settings'
import { environmentSender } from '#senders/environment_sender'
import { configuredRows, entryOf } from '#senders/sender_directory'
import type { Provider } from '#whatsapp/gateways/gateway'
import whatsapp from '#whatsapp/services/main'
import type { SettingsOf } from '#whatsapp/sender_account'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { randomBytes } from 'node:crypto'

export interface SenderDraft<P extends Provider = Provider> {
  provider: P
  label: string
  /** E.164; of a Twilio sender the settings tell it. */
  number: string | null
  settings: SettingsOf[P]
}

/** ChatApp publishes no limit, and who writes fast from its unofficial numbers risks to be banned. */
const FIRST_LIMITS: Record<Provider, number> = {
  twilio: DEFAULT_MESSAGES_PER_SECOND,
  cloud_api: DEFAULT_MESSAGES_PER_SECOND,
  chat_app: 1,
}

/** The first that can send becomes the default one. */
export const addSender = (draft: SenderDraft, { isDefault = false } = {}) =>
  changeSenders(async (trx) => {
    await mustBeFree(draft, trx)
    const sender = await Sender.create(
      {
        name: `${draft.provider}_${randomBytes(4).toString('hex')}`,
        webhookKey: randomBytes(32).toString('base64url'),
        provider: draft.provider,
        messagesPerSecond: FIRST_LIMITS[draft.provider],
        nextSlotMs: 0,
        setbacks: 0,
        ...written(draft),
        isDefault: false,
        configVersion: 1,
        configuredAt: DateTime.utc(),
      },
      { client: trx }
    )
    const isFirst = whatsapp.use().missingSettings.length > 0
    if (isDefault || isFirst) await setDefault(sender, trx)
    return sender
  })

/** All gateways open with what is written here from now on. */
export const configureSender = (name: string, draft: SenderDraft) =>
  changeSenders(async (trx) => {
    await mustBeFree(draft, trx, name)
    const sender = await Sender.lock(name, trx)
    await sender.retry(trx)
    return changed(sender.merge({ ...written(draft), configuredAt: DateTime.utc() })).save()
  })

const written = ({ label, number, settings, provider }: SenderDraft) => ({
  label,
  number: provider === 'twilio' ? (settings as SettingsOf['twilio']).from : number,
  settings: seal(settings),
})

/** Two rows for one number would share neither its limit nor its conversations. */
async function mustBeFree(draft: SenderDraft, trx: TransactionClientContract, name?: string) {
  const place = placeOf(draft)
  const others = [...environmentSender(), ...(await configuredRows(trx)).flatMap(entryOf)]
  const other = others.find((one) => one.name !== name && placeOf(one) === place)
  if (!other) return
  throw Problem.invalid(
    FIELD[draft.provider],
    'unique',
    `Este número já está cadastrado como “${other.label}”.`
  )
}

const FIELD = { twilio: 'from', cloud_api: 'phone_number_id', chat_app: 'licence_id' } as const

/** What no two of our senders share. */
function placeOf({ provider, settings }: Pick<SenderDraft, 'provider' | 'settings'>) {
  const own = settings as unknown as Record<string, string>
  return [provider, own[FIELD[provider]], own.messenger_type].join(' ')
}
