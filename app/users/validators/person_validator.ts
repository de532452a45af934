import { ROLES } from '#users/role'
import vine from '@vinejs/vine'

const MINIMUM_PASSWORD_LENGTH = 10

const fullName = () => vine.string().trim().minLength(2).maxLength(120)
const email = () => vine.string().trim().toLowerCase().email().maxLength(254)
const unusedEmail = () => email().unique({ table: 'users', column: 'email' })

/** Long rather than complicated; what the person types is what counts, spaces included. */
export const newPassword = () => vine.string().minLength(MINIMUM_PASSWORD_LENGTH).maxLength(200)

export const createPersonValidator = vine.create({
  full_name: fullName(),
  email: unusedEmail(),
  role: vine.enum(ROLES),
  password: newPassword(),
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

export const resetPasswordValidator = vine.create({ password: newPassword() })
