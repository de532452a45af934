import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

const HEADER = /^sha256=([0-9a-f]{64})$/

/** Whether Meta, or who knows one of our app secrets, wrote these bytes (`X-Hub-Signature-256`). Never throws. */
export function verifyHubSignature(
  rawBody: Buffer,
  signature: string | undefined,
  appSecrets: string[]
): boolean {
  const [, hex] = HEADER.exec(signature ?? '') ?? []
  if (!hex) return false
  const given = Buffer.from(hex, 'hex')
  return appSecrets.some(
    (secret) =>
      secret !== '' && timingSafeEqual(given, createHmac('sha256', secret).update(rawBody).digest())
  )
}

/** As long for a wrong guess as for a right one. */
export const isSameToken = (given: string, expected: string) =>
  expected !== '' && timingSafeEqual(digest(given), digest(expected))

const digest = (text: string) => createHash('sha256').update(text).digest()
