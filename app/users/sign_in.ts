import { Problem } from '#core/problem'
import User from '#users/models/user'
import { signInLimiter } from '#start/limiter'
import { errors } from '@adonisjs/auth'
import { createHash } from 'node:crypto'

/**
 * The account that these credentials open. An unknown account, a wrong password and a deactivated account get the same
 * answer; after five wrong ones from the same address for the same account, a rest.
 */
export async function signIn(email: string, password: string, { from }: { from: string }) {
  return limitGuesses({ email, from }, () => verify(email, password))
}

/** Refuses the attempt after five that threw. */
export async function limitGuesses<T>(
  { email, from }: { email: string; from: string },
  attempt: () => Promise<T>
): Promise<T> {
  const [tooMany, result] = await signInLimiter.penalize(keyOf(email, from), attempt)
  if (tooMany) throw tooManyAttempts(tooMany.response.availableIn)
  return result
}

/** A digest, because keys are short and e-mails may be long. */
const keyOf = (email: string, from: string) =>
  `sign_in:${createHash('sha256').update(`${email} ${from}`).digest('hex')}`

async function verify(email: string, password: string) {
  const user = await User.verifyCredentials(email, password).catch((error) => {
    throw error instanceof errors.E_INVALID_CREDENTIALS ? wrongCredentials() : error
  })
  if (!user.isActive) throw wrongCredentials()
  return user
}

const wrongCredentials = () =>
  new Problem({
    status: 401,
    code: 'wrong_credentials',
    message: 'E-mail ou senha não conferem. Confira e tente de novo.',
  })

function tooManyAttempts(seconds: number) {
  const minutes = Math.ceil(seconds / 60)
  const wait = minutes === 1 ? '1 minuto' : `${minutes} minutos`
  return new Problem({
    status: 429,
    code: 'too_many_attempts',
    message: `Foram muitas tentativas. Por segurança, espere ${wait} e tente de novo.`,
    extensions: { retry_after: seconds },
  })
}
