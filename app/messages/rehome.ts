import { toDb } from '#database/columns'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'

/** What still waits for a number that was retired leaves from `sender` instead: nothing planned ends in silence. */
export const rehome = (sender: string, client: QueryClientContract) =>
  client
    .from('messages')
    .whereRaw(`status = 'queued'`)
    .whereIn('sender', (names) => names.from('senders').select('name').whereNotNull('retired_at'))
    .update({ sender, updated_at: toDb(DateTime.utc()) })
