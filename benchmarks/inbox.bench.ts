import type { Engine, ThrowawayDatabase } from '#benchmarks/engine'
import { race, type Asked, type Lap, type Report } from '#benchmarks/harness'
import { storeConversations } from '#benchmarks/stored_conversations'
import { conversationsPage } from '#conversations/conversation_list'
import { lastWordsOf } from '#conversations/last_words'
import { messagesWith } from '#conversations/message_words'
import { threadOf } from '#conversations/thread'
import Conversation from '#messages/models/conversation'
import User from '#users/models/user'
import { rowsOf } from '#database/rows'

const MESSAGES = 1_000_000
const ROUNDS = 7
const LAPS = 50
/** Pages of the list to turn before the one that counts as deep. */
const DEPTH = 200
const zone = 'America/Sao_Paulo'

/**
 * What the inbox asks of the database at a million messages: a page of the list far down and a page of a long thread far
 * back, each against its own first page and against `select 1`, and a search for what is rare and for what is everywhere.
 */
export default async function (
  engine: Engine,
  say: (line: string) => void,
  { quick }: Asked
): Promise<Report> {
  const database = await engine.create('inbox')
  try {
    database.use()
    await storeConversations(quick ? MESSAGES / 20 : MESSAGES, say)
    return await measure(database, quick ? 3 : ROUNDS, quick ? 10 : DEPTH, say)
  } finally {
    await database.drop()
  }
}

async function measure(
  database: ThrowawayDatabase,
  rounds: number,
  depth: number,
  say: (line: string) => void
) {
  database.use()
  const user = new User()
  const list = (cursor?: string) => listPage(user, cursor)
  const longest = await Conversation.findByOrFail({ contactId: 1 })
  const thread = (cursor?: string) => threadOf(longest, { zone, cursor })
  const [deepList, deepThread] = [await turn(list, depth), await turn(thread, 10)]
  const pages = await race(
    {
      ping: () => rowsOf('select 1'),
      list: () => list(),
      deepList: () => list(deepList),
      thread: () => thread(),
      deepThread: () => thread(deepThread),
      rare: found('zuleica'),
      everywhere: found('portfolio entrevista'),
    },
    { rounds, laps: LAPS, progress: (round) => say(`round ${round} of ${rounds}`) }
  )
  const ping: [string, 'ping'] = ['`select 1`', 'ping']
  const measures = [
    pages.compare(['list, a page far down', 'deepList'], ['its first page', 'list'], {
      target: '≤ 1.25',
    }),
    pages.compare(['list, first page', 'list'], ping),
    pages.compare(['thread, a page far back', 'deepThread'], ['its latest page', 'thread'], {
      target: '≤ 1.25',
    }),
    pages.compare(['thread, latest page', 'thread'], ping),
    pages.compare(['search for a rare word', 'rare'], ping, { target: '≤ 1 ms' }),
    pages.alone('search for words that are everywhere', 'everywhere'),
  ]
  return { measures, notes: [] }
}

async function listPage(user: User, cursor?: string) {
  const page = await conversationsPage({ view: 'all', cursor }, user)
  await lastWordsOf(page.rows)
  return { earlier: page.nextCursor }
}

/** The cursor that many pages on. */
async function turn(
  page: (cursor?: string) => Promise<{ earlier: string | null }>,
  pages: number
): Promise<string | undefined> {
  let cursor: string | undefined
  for (let turned = 0; turned < pages; turned += 1) {
    cursor = (await page(cursor)).earlier ?? cursor
  }
  return cursor
}

/** Finding nothing would be quick for the wrong reason. */
const found =
  (words: string): Lap =>
  async () => {
    const ids = await messagesWith(words)
    if (ids.length === 0) throw new Error(`nothing found with "${words}"`)
  }
