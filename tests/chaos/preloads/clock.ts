/**
 * The clock of this process is wrong by as many milliseconds as the file `CHAOS_CLOCK` says; when the file changes, the
 * clock jumps. Timers go on as they are: they never follow the clock of the wall.
 */
import { readFileSync } from 'node:fs'

const LOOK_EVERY_MS = 50
const file = process.env.CHAOS_CLOCK!
const Right = Date

let errorMs = 0
look()
setInterval(look, LOOK_EVERY_MS).unref()

/** While it is being written it is empty, and nothing changes. */
function look() {
  const text = readFileSync(file, 'utf8')
  if (text) errorMs = Number(text)
}

class Wrong extends Right {
  constructor(...args: unknown[]) {
    super(...((args.length === 0 ? [Wrong.now()] : args) as [number]))
  }

  static now() {
    return Right.now() + errorMs
  }
}

globalThis.Date = Wrong as DateConstructor
