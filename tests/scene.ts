import Contact from '#contacts/models/contact'
import Interview, { type Booking } from '#interviews/models/interview'
import { Dispatcher } from '#messages/dispatcher'
import Message from '#messages/models/message'
import Sender from '#messages/models/sender'
import User from '#users/models/user'
import type { Role } from '#users/role'
import { processCall } from '#webhooks/process_call'
import WebhookCall from '#webhooks/models/webhook_call'
import env from '#start/env'
import { gateways } from '#whatsapp/define_config'
import whatsapp from '#whatsapp/services/main'
import { WhatsappManager } from '#whatsapp/whatsapp_manager'
import { appUrl } from '#config/app'
import { SimulatorControl } from '#tests/simulator_process'
import logger from '@adonisjs/core/services/logger'
import limiter from '@adonisjs/limiter/services/main'
import testUtils from '@adonisjs/core/services/test_utils'
import { DateTime } from 'luxon'
import { mock } from 'node:test'

/** Friday, 10:00 in São Paulo. */
export const NOW = DateTime.fromISO('2026-11-20T13:00:00.000Z', { zone: 'utc' })

export const at = (iso: string) => DateTime.fromISO(iso, { zone: 'utc' })

/** Tuesday, 1 December, 14:00 in São Paulo. */
export const TUESDAY = at('2026-12-01T17:00:00.000Z')

/** `Date` stands still there; timers go on. */
export function stopClockAt(instant: DateTime = NOW) {
  startClock()
  mock.timers.enable({ apis: ['Date'], now: instant.toMillis() })
}

export const startClock = () => mock.timers.reset()

/** An empty database, limits unspent and a provider that remembers nothing, at a known moment. */
export async function cleanScene() {
  stopClockAt()
  await limiter.clear()
  await simulator('POST', 'reset')
  // What ours remembers of it is gone, too.
  await whatsapp.close()
  await simulator('PUT', 'settings', { hold_callbacks: true })
  const truncate = await testUtils.db().truncate()
  return async () => {
    startClock()
    await truncate()
    await whatsapp.refresh()
  }
}

export async function simulator<T = any>(method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`${appUrl}/simulator/control/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
  })
  if (!response.ok)
    throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return response.json().catch(() => null) as Promise<T>
}

export const aUser = (role: Role = 'recruiter', attributes = {}) =>
  User.create({
    fullName: 'Rita Demonstração',
    email: `${role}@demo.convoca.test`,
    password: 'segredo-de-teste',
    role,
    ...attributes,
  })

export const aCandidate = (attributes = {}) =>
  Contact.create({
    name: 'Ana Exemplo',
    phone: '+5511900000001',
    locale: 'pt-BR',
    ...attributes,
  })

export async function anInterview(details: Partial<Booking> = {}) {
  const candidateId = details.candidateId ?? (await aCandidate()).id
  return Interview.book(
    {
      title: 'Entrevista técnica',
      interviewType: 'onsite',
      startsAt: TUESDAY,
      timeZone: 'America/Sao_Paulo',
      durationMinutes: 60,
      location: 'Rua do Exemplo, 100',
      ...details,
      candidateId,
    },
    { by: null }
  )
}

/** Sends everything that is due now. */
export async function dispatch(manager = whatsapp) {
  await new Dispatcher(manager, logger).drain()
}

/** A person's own words, from their phone to us; `quoted` is the provider's id of the message they answer. */
export async function writes(text: string, phone = '+5511900000001', quoted?: string) {
  await simulator('POST', `phones/${phone}/replies`, { text, quoted })
  await simulator('POST', 'callbacks/release')
  await processWebhooks()
}

/** They tap a button or a row of the newest message on their phone that has one of that title. */
export async function taps(title: string, phone = '+5511900000001') {
  await new SimulatorControl(appUrl).taps(phone, title)
  await deliverCallbacks()
}

/** At the number we write from. */
export const arrived = (moment = NOW) => ({
  sender: 'twilio',
  provider: 'twilio' as const,
  at: moment,
})

/** As ours, with a number of the company's own instead of the sandbox. */
export const withOwnNumber = () =>
  new WhatsappManager({
    default: whatsapp.defaultSender,
    senders: {
      [whatsapp.defaultSender]: gateways.twilio({
        accountSid: env.get('TWILIO_ACCOUNT_SID'),
        authToken: env.get('TWILIO_AUTH_TOKEN'),
        from: '+551140000000',
        baseUrl: `${appUrl}/simulator/twilio`,
        publicUrl: appUrl,
        connections: 5,
        timeoutMs: 5000,
      }),
    },
  })

/** After a setback the next slot is some seconds away on the database's clock, which no test can move. */
export const slotsFree = async () => (await Sender.named('twilio')).merge({ nextSlotMs: 0 }).save()

/** The provider's words arrive and are understood. */
export async function deliverCallbacks() {
  await simulator('POST', 'callbacks/release')
  await processWebhooks()
}

export async function processWebhooks() {
  const waiting = await WebhookCall.query().whereNull('processed_at').orderBy('id')
  for (const { id } of waiting) await processCall(Number(id))
}

/** Rows about the interview, oldest first. */
export const messagesOf = (interview: Interview) =>
  Message.query().where('interview_id', interview.id).orderBy('id')

export const statusesOf = async (interview: Interview) =>
  (await messagesOf(interview)).map((message) => [message.templateKey, message.status])

/** What the provider accepted, oldest first: the truth about what rang. */
export const accepted = async () =>
  (
    await simulator<{ direction: string; body: string; recipient: string; sid: string }[]>(
      'GET',
      'messages'
    )
  ).filter(({ direction }) => direction.startsWith('outbound'))
