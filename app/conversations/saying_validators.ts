import { seenValidator } from '#conversations/teamwork_validators'
import { withoutNul } from '#core/text_rules'
import vine from '@vinejs/vine'

const words = (longest: number) => vine.string().use(withoutNul()).trim().maxLength(longest)

/** One emoji, however many characters it is made of. */
export const emojiRule = () => words(20).regex(/^(?:\p{RGI_Emoji}|\p{Extended_Pictographic})$/v)

const form = { request_key: vine.string().maxLength(60), seen: seenValidator().optional() }

/** Without an emoji it is taken back. */
export const reactionValidator = vine.create({
  emoji: emojiRule().nullable().optional(),
  request_key: vine.string().maxLength(60),
})

export const placeValidator = vine.create({
  coordinates: words(2000).minLength(1),
  place_name: words(100).nullable().optional(),
  address: words(200).nullable().optional(),
  ...form,
})

export const contactCardValidator = vine.create({
  card_name: words(100).minLength(1),
  card_phone: words(40).minLength(1),
  ...form,
})

const degrees = (most: number) => vine.number().range([-most, most])

/** As programs say it. */
export const locationRule = () =>
  vine.object({
    latitude: degrees(90),
    longitude: degrees(180),
    name: words(100).minLength(1).optional(),
    address: words(200).minLength(1).optional(),
  })

export const contactsRule = () =>
  vine
    .array(
      vine.object({
        name: words(100).minLength(1),
        phones: vine.array(words(40).minLength(1)).minLength(1).maxLength(5),
      })
    )
    .minLength(1)
    .maxLength(10)
