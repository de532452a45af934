import User from '#users/models/user'
import { createPersonValidator } from '#users/validators/person_validator'

/**
 * @param input `{ full_name, email, role, password }`, not yet validated
 * @throws `E_VALIDATION_ERROR`
 */
export async function createUser(input: unknown) {
  const { full_name: fullName, ...rest } = await createPersonValidator.validate(input)
  return User.create({ fullName, ...rest })
}
