import config from '#config/monitoring'
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** A proxy on the same machine speaks for somebody else. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via']

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/

/**
 * Who may read the metrics: with `METRICS_TOKEN` whoever brings it, without it only this machine itself.
 */
export function mayReadMetrics({ headers, socket }: IncomingMessage) {
  const { metricsToken: token } = config
  if (token) return isSame(headers.authorization ?? '', `Bearer ${token}`)
  const isForwarded = FORWARDED.some((name) => name in headers)
  return !isForwarded && LOOPBACK.test(socket.remoteAddress ?? '')
}

/** In a time that says nothing of where they differ. */
const isSame = (given: string, wanted: string) => timingSafeEqual(digest(given), digest(wanted))

const digest = (text: string) => createHash('sha256').update(text).digest()
