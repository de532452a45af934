import Sender from '#messages/models/sender'
import { rowsOf } from '#database/rows'
import { environmentSender } from '#senders/environment_sender'
import { unseal } from '#senders/sealed_settings'
import { SealedTokenStore } from '#senders/sealed_token_store'
import type { Provider } from '#whatsapp/gateways/gateway'
import { openGateway, unreadable } from '#whatsapp/open_gateway'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { SettingsOf } from '#whatsapp/sender_account'
import type { KnownSender, SenderBook } from '#whatsapp/whatsapp_manager'

/** One of our numbers, with what its provider was told. */
export interface SenderEntry<P extends Provider = Provider> {
  /** As in `messages.sender`. */
  name: string
  provider: P
  /** What people call it. */
  label: string
  /** E.164, where it is known. */
  number: string | null
  settings: SettingsOf[P]
  /** Unguessable part of the address that its provider calls; null for the one of the environment. */
  webhookKey: string | null
  /** Sends nothing more; what is said of its old messages, and written to it, is still heard. */
  isRetired: boolean
}

/**
 * All senders there are, as this process last read them: those of rows and the one of the environment.
 */
class SenderDirectory implements SenderBook {
  #entries: SenderEntry[] = []

  get entries(): SenderEntry[] {
    return [...environmentSender(), ...this.#entries]
  }

  /** No row ever goes, and each change raises one of the numbers. */
  async version() {
    const [row] = await rowsOf<{ version: number }>(
      'select coalesce(sum(config_version), 0) as version from senders'
    )
    return String(row.version)
  }

  async read() {
    const configured = await configuredRows()
    const byDefault = await Sender.findBy({ isDefault: true })
    this.#entries = configured.flatMap(entryOf)
    return { senders: configured.map(known), defaultSender: byDefault?.name ?? null }
  }
}

export const directory = new SenderDirectory()

/** Rows of what an admin configured; that of the environment's sender holds only its state. */
export const configuredRows = (client?: QueryClientContract) =>
  Sender.query({ client }).whereNotNull('provider').orderBy('id')

/** Nothing when its settings cannot be read. */
export function entryOf(row: Sender): SenderEntry[] {
  const account = unseal(row)
  if (!account) return []
  const { label, number, webhookKey, isRetired } = row
  return [{ ...account, label: label!, number, webhookKey, isRetired }]
}

function known(row: Sender): KnownSender {
  const { name, configVersion: version, isRetired } = row
  const open = () => {
    const account = unseal(row)
    return account ? openGateway(account, belongingsOf(row)) : unreadable(row.provider!)
  }
  return { name, version, isRetired, open }
}

const belongingsOf = ({ name, webhookKey }: Sender) => ({
  webhookKey,
  chatAppTokens: new SealedTokenStore(name),
})
