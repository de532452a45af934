import { acceptedByUuid, nameOf } from '#tests/chaos/checks/reading'
import type { History, MessageRow } from '#tests/chaos/history'
import type { Check } from '#tests/chaos/invariants'

interface Told extends MessageRow {
  takenAt: number
}

/** Of two messages of one kind to the same person, the older is taken first. */
export const order: Check = (history) => {
  const conversations = Map.groupBy(told(history), ({ address, kind }) => `${address} ${kind}`)
  return [...conversations.values()].flatMap((rows) =>
    rows.slice(1).flatMap((row, index) => {
      const older = rows[index]
      if (older.takenAt <= row.takenAt) return []
      const ahead = older.takenAt - row.takenAt
      return [
        { rule: 'overtaken', detail: `${nameOf(row)} left ${ahead} ms before ${nameOf(older)}` },
      ]
    })
  )
}

function told(history: History): Told[] {
  const taken = acceptedByUuid(history)
  return history.messages.flatMap((row) => {
    const [first] = taken.get(row.uuid) ?? []
    return first ? [{ ...row, takenAt: first.at }] : []
  })
}
