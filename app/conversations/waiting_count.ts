import { rowsOf } from '#database/rows'

const COUNTED_AT_MOST = 100

/** How many conversations wait for us; counted up to 100. */
export async function waitingCount() {
  const [{ count }] = await rowsOf<{ count: number }>(
    `select count(*) as count from (select 1 from conversations where status = 'open' limit ?) waiting`,
    [COUNTED_AT_MOST]
  )
  return Number(count)
}

/** When somebody last wrote what waits for us, as text that sorts; empty when nobody did. */
export async function latestNews() {
  const [{ latest }] = await rowsOf<{ latest: Date | string | null }>(
    `select max(last_inbound_at) as latest from conversations where status = 'open'`
  )
  return latest ? new Date(latest).toISOString() : ''
}
