import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { setTimeout as sleep } from 'node:timers/promises'

const LONGEST_SECONDS = 30
const POLL_MS = 100

const UNDER_WAY = ['queued', 'sending']

/**
 * `Prefer: wait=N` (RFC 7240): gives the newest notice of an interview up to N seconds to get out.
 */
export async function awaitNotice(ctx: HttpContext, interviewId: number) {
  await awaitStatus(ctx, () =>
    db.from('messages').where({ interview_id: interviewId, kind: 'notice' }).orderBy('id', 'desc')
  )
}

/** As `awaitNotice`, for one message. */
export async function awaitMessage(ctx: HttpContext, messageId: number) {
  await awaitStatus(ctx, () => db.from('messages').where('id', messageId))
}

type StatusQuery = () => ReturnType<typeof db.from>

async function awaitStatus({ request, response }: HttpContext, query: StatusQuery) {
  const seconds = preferredSeconds(request.header('prefer'))
  if (!seconds) return
  response.header('preference-applied', `wait=${seconds}`)
  const deadline = performance.now() + seconds * 1000
  while ((await isUnderWay(query)) && performance.now() < deadline) await sleep(POLL_MS)
}

async function isUnderWay(query: StatusQuery) {
  const message = await query().select('status').first()
  return message && UNDER_WAY.includes(message.status)
}

/** More than the limit is the limit; what is no number is no preference. */
function preferredSeconds(header = '') {
  const seconds = Number(header.match(/(?:^|[,;\s])wait\s*=\s*"?(\d+)"?/i)?.[1] ?? 0)
  return Math.min(seconds, LONGEST_SECONDS)
}
