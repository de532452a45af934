import { claimDue, type Claimed } from '#messages/claim'
import { cleared } from '#messages/clearance'
import { recordLanded, type Landed } from '#messages/landed'
import { Allowance } from '#messages/allowance'
import type { Capabilities } from '#whatsapp/gateways/gateway'
import db from '@adonisjs/lucid/services/db'

interface Order<L extends Landed> {
  owner: string
  sender: string
  /** What the provider took since the last wave. */
  landed: L[]
  /** Sends that may be added to those in the air. */
  free: number
  capabilities: Capabilities
  /** Of what our gateway is opened with; null where that never changes. */
  version: number | null
}

export interface Wave<L extends Landed> {
  claimed: Claimed[]
  /** Ids of those that may leave as they are. */
  clear: Set<number>
  /** Landed, but no longer ours to record together. */
  astray: L[]
  /** Somebody changed the sender: nothing is taken before that is read. */
  isOutdated: boolean
  /** Until more may start although slots are free; null when no limit is in the way. */
  waitMs: number | null
}

/**
 * One commit: what became of the last messages, and the next ones, taken and looked at. Nothing is sent before it.
 */
export async function runWave<L extends Landed>({
  owner,
  sender,
  landed,
  free,
  capabilities,
  version,
}: Order<L>): Promise<Wave<L>> {
  return db.transaction(async (trx) => {
    const astray = await recordLanded(landed, { owner, sender }, trx)
    const allowance = await Allowance.of(sender, trx, capabilities)
    if (landed.length > 0) await allowance.relieve(trx)

    const isOutdated = !allowance.isOf(version)
    const limit = isOutdated ? 0 : Math.min(free, allowance.room)
    const claimed = limit > 0 ? await claimDue(owner, sender, limit, trx) : []
    if (claimed.length > 0) await allowance.take(claimed.length)
    const clear = claimed.length > 0 ? await cleared(claimed, capabilities, trx) : new Set<number>()
    const isLimited = free > 0 && claimed.length === limit && limit < free
    return { claimed, clear, astray, isOutdated, waitMs: isLimited ? allowance.waitMs : null }
  })
}
