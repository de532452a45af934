import env from '#start/env'
import { RuntimeException } from '@adonisjs/core/exceptions'

/** How many time-outs one call can add up: to connect, to be answered, to read the answer. */
const TIMEOUTS_OF_A_CALL = 3

const delivery = {
  /** Patience with a connection, an answer, its body. */
  timeoutSeconds: env.get('DELIVERY_TIMEOUT_SECONDS', 30),
  /** Sends in the air at once, for one sender in one process; there are as many sockets. */
  concurrency: env.get('DELIVERY_CONCURRENCY', 50),
  /** How long a claim holds. After it the message is looked for, not resent. */
  leaseSeconds: env.get('DELIVERY_LEASE_SECONDS', 90),
  /** From an uncertain send to the first question to the provider. */
  graceSeconds: env.get('DELIVERY_GRACE_SECONDS', 60),
  /** How much later than it takes a message the provider may list it: the time between two looks. */
  listLagSeconds: env.get('DELIVERY_LIST_LAG_SECONDS', 60),
  /** After this long without certainty a person decides. */
  patienceMinutes: env.get('DELIVERY_PATIENCE_MINUTES', 30),
}

export type DeliveryConfig = typeof delivery

/** Settings with which a message could go out twice are refused. */
export function checked(config: DeliveryConfig): DeliveryConfig {
  const { timeoutSeconds, leaseSeconds, graceSeconds, listLagSeconds, concurrency } = config
  for (const [name, value] of Object.entries(config)) {
    if (!(value > 0)) throw new RuntimeException(`delivery.${name} must be above 0, got ${value}`)
  }
  if (!Number.isInteger(concurrency)) {
    throw new RuntimeException(`DELIVERY_CONCURRENCY must be a whole number, got ${concurrency}`)
  }
  const longestCall = TIMEOUTS_OF_A_CALL * timeoutSeconds
  if (leaseSeconds < longestCall) {
    throw new RuntimeException(
      `DELIVERY_LEASE_SECONDS (${leaseSeconds}) must cover the longest call: ${TIMEOUTS_OF_A_CALL} × DELIVERY_TIMEOUT_SECONDS = ${longestCall}`
    )
  }
  if (graceSeconds < listLagSeconds) {
    throw new RuntimeException(
      `DELIVERY_GRACE_SECONDS (${graceSeconds}) must not be shorter than DELIVERY_LIST_LAG_SECONDS (${listLagSeconds}): a message would be sent again before the provider lists it`
    )
  }
  return config
}

/**
 * How old a claim may be when its call begins, in seconds: the longest call must end, and be listed, before the second look
 * that would believe it absent.
 */
export const startableSeconds = ({ leaseSeconds, graceSeconds, timeoutSeconds }: DeliveryConfig) =>
  Math.min(leaseSeconds, leaseSeconds + graceSeconds - TIMEOUTS_OF_A_CALL * timeoutSeconds)

export default checked(delivery)
