import { LOCALES } from '#contacts/locales'
import { PREVIEW_SCENES } from '#templates/preview_scenes'
import vine from '@vinejs/vine'

const locale = vine.enum(LOCALES)

export const templateQueryValidator = vine.create({ locale: locale.clone().optional() })

/** An emptied text comes as null; what it may say is the draft's business. */
export const templateValidator = vine.create({
  locale,
  body: vine.string().nullable(),
  scene: vine.enum(PREVIEW_SCENES).optional(),
})
