import { searchable } from '#contacts/searchable'
import { rowsOf } from '#database/rows'
import db from '@adonisjs/lucid/services/db'

/** More than that is no answer but a request for another word. */
export const MOST_FOUND = 1000
/** Shorter ones are meant as they are: too many begin like them. */
const SHORTEST_BEGINNING = 3

/** Ids of the newest messages in which every word of `text` stands, or a word begins like it; case and accents apart. */
export async function messagesWith(text: string): Promise<number[]> {
  const words = searchable(text).match(/[a-z0-9]+/g)
  if (!words) return []
  const isPg = db.connection().dialect.name === 'postgres'
  const found = await rowsOf<{ id: number }>(isPg ? POSTGRES : SQLITE, [
    isPg ? words.map(asLexeme).join(' & ') : words.map(asTerm).join(' '),
    MOST_FOUND,
  ])
  return found.map(({ id }) => Number(id))
}

const SQLITE = `select rowid as id from sqlitemessage_words where sqlitemessage_words match ?
  order by rowid desc limit ?`

/** Found first, and sorted then: PostgreSQL would rather read every message from the newest on, in the hope of a thousand hits. */
const POSTGRES = `with found as materialized (
    select message_id from message_words where words @@ to_tsquery('simple', ?))
  select message_id as id from found order by message_id desc limit ?`

const isBeginning = (word: string) => word.length >= SHORTEST_BEGINNING
const asTerm = (word: string) => (isBeginning(word) ? `"${word}"*` : `"${word}"`)
const asLexeme = (word: string) => (isBeginning(word) ? `${word}:*` : word)
