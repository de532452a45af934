import { openSync, readFileSync, writeSync } from 'node:fs'

interface Seen {
  /** Milliseconds of the machine's clock, which no scenario moves. */
  at: number
  /** Ours, out of the address of the status callback. */
  uuid: string
  to: string
}

export type LogEntry =
  | (Seen & { type: 'received'; body: string; fault: string | null; inFlight: number })
  | (Seen & { type: 'accepted'; body: string; sid: string })
  | (Seen & { type: 'called_back'; sid: string; status: string; answer: number })
  | { type: 'listed'; at: number; to: string; found: number; fault: string | null }
  | { type: 'killed'; at: number; pid: number; uuid: string }

/** What a provider saw and took: append-only, so that it survives everything. */
export class Log {
  readonly #file: number

  constructor(path: string) {
    this.#file = openSync(path, 'a')
  }

  add(entry: LogEntry) {
    writeSync(this.#file, `${JSON.stringify(entry)}\n`)
  }
}

export function readLog(path: string): LogEntry[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.filter(Boolean).map((line) => JSON.parse(line) as LogEntry)
}
