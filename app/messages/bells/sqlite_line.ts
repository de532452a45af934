import { bell } from '#messages/bell'
import Database from 'better-sqlite3'

/** About 1 % of a core, for a pickup of a few milliseconds. */
const LOOK_EVERY_MS = 5

/**
 * Hears other processes by asking SQLite, on a connection of its own that only reads, whether anybody has written.
 */
export class SqliteListener {
  #timer: NodeJS.Timeout | undefined
  #database: Database.Database | undefined

  constructor(private readonly path: string) {}

  start() {
    this.#database = new Database(this.path, { readonly: true, timeout: 0 })
    const question = this.#database.prepare('pragma data_version').pluck()
    let known = question.get()
    this.#timer = setInterval(() => {
      const version = answer(question) ?? known
      if (version === known) return
      known = version
      bell.hear()
    }, LOOK_EVERY_MS)
  }

  async stop() {
    clearInterval(this.#timer)
    this.#database?.close()
  }
}

/** Nothing, while somebody holds the file for himself: the next look tells. */
function answer(question: Database.Statement) {
  try {
    return question.get()
  } catch {
    return undefined
  }
}
