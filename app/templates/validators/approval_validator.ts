import { LOCALES } from '#contacts/locales'
import { TEMPLATE_KEYS } from '#templates/template_catalogue'
import whatsapp from '#whatsapp/services/main'
import vine from '@vinejs/vine'

const sender = vine.enum(() => whatsapp.senders)

export const approvalValidator = vine.create({
  sender: sender.clone(),
  locale: vine.enum(LOCALES),
})

export const numberValidator = vine.create({
  sender: sender.clone(),
  key: vine.enum(TEMPLATE_KEYS).optional(),
  locale: vine.enum(LOCALES).optional(),
})
