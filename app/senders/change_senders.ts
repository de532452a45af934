import { bell } from '#messages/bell'
import { refreshAfter } from '#core/live'
import { Problem } from '#core/problem'
import Sender from '#messages/models/sender'
import { rehome } from '#messages/rehome'
import { ENVIRONMENT_SENDER } from '#senders/environment_sender'
import whatsapp from '#whatsapp/services/main'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

/**
 * Commits a change of our senders and knows it at once in this process; others look every two seconds. One change after
 * the other: of several numbers one is the default, and none is there twice.
 */
export async function changeSenders<T>(act: (trx: TransactionClientContract) => Promise<T>) {
  const result = await db.transaction(async (trx) => {
    await Sender.lock(ENVIRONMENT_SENDER, trx)
    const changed = await act(trx)
    refreshAfter(trx, ['senders'])
    bell.ringAfter(trx)
    return changed
  })
  await whatsapp.refresh()
  return result
}

/** New conversations are begun from it, notices and reminders leave from it. */
export const makeDefault = (name: string) =>
  changeSenders(async (trx) => {
    const sender = await Sender.lock(name, trx)
    if (sender.isRetired) throw retired()
    await setDefault(sender, trx)
  })

export async function setDefault(sender: Sender, trx: TransactionClientContract) {
  const former = await Sender.query({ client: trx }).where('is_default', true)
  for (const one of former) await changed(one.merge({ isDefault: false })).save()
  await changed(sender.merge({ isDefault: true }))
    .useTransaction(trx)
    .save()
}

/** What waits for it leaves from the default one; what comes in is still heard. */
export const retire = (name: string) =>
  changeSenders(async (trx) => {
    const sender = await Sender.lock(name, trx)
    if (sender.name === whatsapp.defaultSender || sender.isDefault) throw isDefault()
    if (!sender.provider) throw ofEnvironment()
    if (sender.isRetired) return
    await changed(sender.merge({ retiredAt: DateTime.utc() })).save()
    await rehome(whatsapp.defaultSender, trx)
  })

export const reinstate = (name: string) =>
  changeSenders(async (trx) => {
    const sender = await Sender.lock(name, trx)
    await changed(sender.merge({ retiredAt: null })).save()
  })

/** So that every process reads it anew. */
export const changed = (sender: Sender) => sender.merge({ configVersion: sender.configVersion + 1 })

const retired = () =>
  Problem.conflict('sender_retired', 'Este número está aposentado. Reative-o antes.')

const isDefault = () =>
  Problem.conflict(
    'sender_is_default',
    'Este é o número padrão. Escolha outro como padrão antes de aposentá-lo.'
  )

const ofEnvironment = () =>
  Problem.conflict(
    'sender_of_environment',
    'Este número vem do arquivo .env. Para tirá-lo de uso, apague as variáveis TWILIO_… e reinicie.'
  )
