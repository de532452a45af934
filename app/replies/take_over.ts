import type { Heard } from '#messages/inbound_listener'
import ReplyBackend from '#replies/models/reply_backend'
import ReplyTask from '#replies/models/reply_task'
import { tellOffHours } from '#replies/off_hours'
import { ringAfter } from '#replies/ring'
import CompanySettings from '#settings/models/company_settings'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

/**
 * Gives a text that nobody else handled to the backend on duty. What stays for people is told off hours that it will
 * wait; an emoji on a message asks nothing.
 */
export async function takeOver(heard: Heard, trx: TransactionClientContract): Promise<boolean> {
  const { message, contact } = heard
  if (message.content?.reaction) return false
  const isText = message.content === null && message.body.trim() !== ''
  const backend = isText ? await backendFor(message.sender, trx) : null
  if (!backend || backend.isResting) {
    await tellOffHours(message, contact, trx)
    return false
  }
  const task = await ReplyTask.create(
    {
      messageId: message.id,
      backendId: backend.id,
      contactId: contact.id,
      sender: message.sender,
      status: 'waiting',
      nextAt: DateTime.utc(),
    },
    { client: trx }
  )
  ringAfter(trx, task.id)
  return true
}

async function backendFor(sender: string, trx: TransactionClientContract) {
  const { attendance: windows, timeZone } = await CompanySettings.current(trx)
  const at = DateTime.utc()
  return ReplyBackend.onDuty(sender, { at, attendance: { windows, timeZone } }, trx)
}
