import type { Settings } from '#simulator/settings'

interface Signed {
  body: string
  sign: (secret: string) => string
  secret: string
  /** What somebody on the way adds to the body. */
  addition: string
}

interface Leaving {
  body: string
  signature: string | null
}

const ANOTHER_SECRET = 'the secret of another customer'

const WAYS: Record<Settings['signature'], (call: Signed) => Leaving> = {
  right: ({ body, sign, secret }) => ({ body, signature: sign(secret) }),
  other_secret: ({ body, sign }) => ({ body, signature: sign(ANOTHER_SECRET) }),
  missing: ({ body }) => ({ body, signature: null }),
  re_encoded: ({ body, sign, secret, addition }) => ({
    body: body + addition,
    signature: sign(secret),
  }),
}

/** A call to the customer as it leaves, signed as the levers say. */
export const leaving = (way: Settings['signature'], call: Signed) => WAYS[way](call)
