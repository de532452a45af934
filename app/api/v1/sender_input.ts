import { Problem } from '#core/problem'
import type Sender from '#messages/models/sender'
import type { SenderDraft } from '#senders/configure_sender'
import { unseal } from '#senders/sealed_settings'
import { completed } from '#senders/settings_fields'
import {
  newSenderValidator,
  newSettings,
  senderChangesValidator,
  settingsChanges,
} from '#senders/validators/sender_validators'
import type { HttpRequest } from '@adonisjs/core/http'

interface SenderInput<Draft> {
  draft: Draft
  isDefault?: boolean
  /** Messages per second. */
  limit?: number
}

export async function newSender(request: HttpRequest): Promise<SenderInput<SenderDraft>> {
  const {
    is_default: isDefault,
    messages_per_second: limit,
    ...input
  } = await request.validateUsing(newSenderValidator)
  const { provider, label, number = null } = input
  const { settings } = await newSettings[provider].validate({ settings: input.settings })
  const draft = { provider, label, number, settings: completed(provider, settings) }
  return { draft, isDefault, limit }
}

/** Without a draft, what its provider is told stays as it is. */
export async function senderChanges(
  request: HttpRequest,
  sender: Sender
): Promise<SenderInput<SenderDraft | null>> {
  const {
    is_default: isDefault,
    messages_per_second: limit,
    ...input
  } = await request.validateUsing(senderChangesValidator)
  if (isDefault === false && sender.isDefault) throw needsAnother()
  const isTold = Object.keys(input).length > 0
  return { draft: isTold ? await draftOf(sender, input) : null, isDefault, limit }
}

async function draftOf(
  sender: Sender,
  input: { label?: string; number?: string | null; settings?: object }
): Promise<SenderDraft> {
  const { provider, label, number } = sender
  if (!provider) throw ofEnvironment()
  const known = unseal(sender)?.settings
  // What cannot be read any more is to be given again, all of it.
  const validator = known ? settingsChanges[provider] : newSettings[provider]
  const { settings } = await validator.validate({ settings: input.settings ?? {} })
  const told = { label: label!, number, ...input }
  return { ...told, provider, settings: completed(provider, settings, known) }
}

const ofEnvironment = () =>
  Problem.conflict(
    'sender_of_environment',
    'Este número vem do arquivo .env: mude lá os dados dele e reinicie.'
  )

const needsAnother = () =>
  Problem.invalid('is_default', 'is_default', 'Para trocar o padrão, torne outro número o padrão.')
