import { singleLine, withoutNul } from '#core/text_rules'
import { ROLES } from '#users/role'
import vine from '@vinejs/vine'

const MINIMUM_PASSWORD_LENGTH = 10

const fullName = () => vine.string().use(withoutNul()).use(singleLine()).minLength(2).maxLength(120)
const email = () => vine.string().trim().toLowerCase().email().maxLength(254)

/** Long rather than complicated; what the person types is what counts, spaces included. */
const newPassword = () => vine.string().minLength(MINIMUM_PASSWORD_LENGTH).maxLength(200)

/** Without a password a temporary one is made up. */
export const createPersonValidator = vine.create({
  full_name: fullName(),
  email: email().unique({ table: 'users', column: 'email' }),
  role: vine.enum(ROLES),
  password: newPassword().optional(),
})

/** `meta.userId`: the person being edited, whose own e-mail is not in the way. */
export const updatePersonValidator = vine.withMetaData<{ userId: number }>().create({
  full_name: fullName(),
  email: email().unique({
    table: 'users',
    column: 'email',
    filter: (query, _, field) => void query.whereNot('id', field.meta.userId),
  }),
  role: vine.enum(ROLES),
})

export const resetPasswordValidator = vine.create({ password: newPassword().optional() })

export const updateAccountValidator = vine.create({ full_name: fullName() })

export const changePasswordValidator = vine.create({
  current_password: vine.string().maxLength(200),
  password: newPassword().confirmed({ confirmationField: 'password_confirmation' }),
})

export const createTokenValidator = vine.create({
  name: vine.string().use(withoutNul()).use(singleLine()).minLength(1).maxLength(60),
})
